/** A short article in each of several scripts, to look at how it is set; the words are our own. */
export interface ScriptSample {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  byline: string;
  /** Markup of the paragraphs before the heading, the heading, and those after it. */
  before: string[];
  heading: string;
  after: string[];
}

export const SCRIPT_SAMPLES: ScriptSample[] = [
  {
    lang: 'en',
    dir: 'ltr',
    title: 'The Tide Clock of Marrow Lane',
    byline: 'Ada Quill',
    before: [
      'The clock on the east wall has one hand. It was put up in 1874, cost £38, and has never, in the words of the harbour book, been “wrong for long”. Children learn to read it before they learn to read; strangers ask what has become of the <em>other</em> hand.',
      'Its works stand in a cupboard under the stairs of the fish market – eleven wheels, a weight of 46 kilogrammes, and a chain that is counter-balanced by a bucket. An extraordinarily incomprehensible arrangement, wrote an inspector in 1903; he was given tea and went home.',
    ],
    heading: 'How it is kept right',
    after: [
      'Every second day somebody climbs the ladder with a pencil. The difference is written on the wall in minutes, and the wall has been whitewashed around the figures ever since. “Nobody would dare paint over them,” says the keeper, “least of all the painters.”',
      'In 2019 a second hand was offered by a neighbouring town. The council thanked them, measured it, and made it into a weather-vane.',
    ],
  },
  {
    lang: 'de',
    dir: 'ltr',
    title: 'Die Gezeitenuhr in der Markgasse',
    byline: 'Jette Brook',
    before: [
      'Die Uhr an der Ostwand hat nur einen Zeiger. Sie wurde 1874 aufgehängt und ging, wie das Hafenbuch vermerkt, „niemals lange falsch“. Kinder lernen sie zu lesen, bevor sie lesen lernen; Fremde fragen, wo der <em>andere</em> Zeiger geblieben sei.',
      'Das Uhrwerk steht in einem Schrank unter der Fischmarkttreppe: elf Zahnräder, ein Gewicht von 46 Kilogramm und eine Gegengewichtskette mit Blecheimer. Der Hafenaufsichtsbeamte nannte das 1903 eine Unverständlichkeitsvorrichtung, bekam Tee und fuhr nach Hause.',
    ],
    heading: 'Wer sie nachstellt',
    after: [
      'Jeden zweiten Tag steigt jemand mit einem Bleistift auf die Leiter. Der Unterschied wird in Minuten an die Wand geschrieben, und seither wird um die Zahlen herum geweißelt. Niemand wagt es, die Gezeitenberechnungen zu überstreichen, am wenigsten die Malermeisterin.',
      'Im Jahr 2019 bot die Nachbargemeinde einen zweiten Zeiger an. Der Gemeinderat dankte, vermaß ihn und machte eine Wetterfahne daraus.',
    ],
  },
  {
    lang: 'ar',
    dir: 'rtl',
    title: 'ساعة المدّ في زقاق السوق',
    byline: 'سلمى البحري',
    before: [
      'للساعة المعلّقة على الجدار الشرقي عقرب واحد. رُفعت سنة ١٨٧٤، ولم تخطئ قطّ، كما يقول دفتر الميناء، «خطأً طويلاً». يتعلّم الأطفال قراءتها قبل أن يتعلّموا القراءة، أمّا الغرباء فيسألون أين ذهب العقرب <em>الآخر</em>؟',
      'تقف آلتها في خزانة تحت درج سوق السمك: أحد عشر دولاباً، وثقل وزنه 46 كيلوغراماً، وسلسلة يوازنها دلو. كتب مفتّش من شركة Harbour & Co. سنة 1903 أنّه لم يفهم منها شيئاً؛ فقُدّم له الشاي وعاد إلى بيته.',
    ],
    heading: 'كيف تُضبط',
    after: [
      'كلّ يومين يصعد أحدهم السلّم ومعه قلم رصاص، فيكتب الفرق بالدقائق على الجدار. ومنذ ذلك الحين يُطلى الجدار حول الأرقام، ولا يجرؤ أحد على أن يطليها، والدهّانون أقلّ الناس جرأة.',
      'وفي سنة ٢٠١٩ عرضت بلدة مجاورة عقرباً ثانياً. شكرها المجلس، وقاسه، ثمّ صنع منه دوّارة ريح.',
    ],
  },
  {
    lang: 'he',
    dir: 'rtl',
    title: 'שעון הגאות בסמטת השוק',
    byline: 'נועה ים',
    before: [
      'לשעון שעל הקיר המזרחי יש מחוג אחד בלבד. הוא נתלה בשנת 1874, ומעולם, כך כתוב בספר הנמל, לא „טעה לאורך זמן”. ילדים לומדים לקרוא אותו לפני שהם לומדים לקרוא; זרים שואלים לאן נעלם המחוג <em>השני</em>.',
      'המנגנון עומד בארון מתחת למדרגות שוק הדגים – אחד־עשר גלגלים, משקולת של 46 ק״ג ושרשרת שדלי מאזן אותה. מפקח מחברת Harbour & Co. כתב ב־1903 שלא הבין דבר; הגישו לו תה והוא נסע הביתה.',
    ],
    heading: 'איך מכוונים אותו',
    after: [
      'בכל יום שני עולה מישהו על הסולם ובידו עיפרון. ההפרש נרשם בדקות על הקיר, ומאז מסיידים את הקיר סביב המספרים. איש אינו מעז לצבוע אותם, והצבעים פחות מכולם.',
      'בשנת 2019 הציעה עיירה שכנה מחוג נוסף. המועצה הודתה, מדדה אותו, ועשתה ממנו שבשבת.',
    ],
  },
  {
    lang: 'hi',
    dir: 'ltr',
    title: 'बाज़ार गली की ज्वार घड़ी',
    byline: 'मीरा सागर',
    before: [
      'पूर्वी दीवार की घड़ी में केवल एक सुई है। वह १८७४ में लगाई गई थी और बंदरगाह की बही के अनुसार “कभी देर तक ग़लत नहीं रही”। बच्चे पढ़ना सीखने से पहले उसे पढ़ना सीख लेते हैं; अजनबी पूछते हैं कि <em>दूसरी</em> सुई कहाँ गई।',
      'उसका यंत्र मछली बाज़ार की सीढ़ियों के नीचे एक अलमारी में खड़ा है: ग्यारह पहिये, 46 किलोग्राम का भार और एक ज़ंजीर, जिसे एक बाल्टी संतुलित रखती है। १९०३ में एक निरीक्षक ने लिखा कि उसे कुछ भी समझ में नहीं आया; उसे चाय पिलाई गई और वह घर लौट गया।',
    ],
    heading: 'उसे ठीक कौन रखता है',
    after: [
      'हर दूसरे दिन कोई पेंसिल लेकर सीढ़ी पर चढ़ता है। अंतर मिनटों में दीवार पर लिखा जाता है, और तब से अंकों के चारों ओर ही सफ़ेदी की जाती है। उन पर रंग चढ़ाने का साहस कोई नहीं करता।',
      'सन् २०१९ में पड़ोस के एक नगर ने दूसरी सुई देने का प्रस्ताव रखा। परिषद ने धन्यवाद दिया, उसे नापा और उससे वायुदिशासूचक बना दिया।',
    ],
  },
  {
    lang: 'th',
    dir: 'ltr',
    title: 'นาฬิกาน้ำขึ้นน้ำลงแห่งตรอกตลาด',
    byline: 'มาลี ทะเลทอง',
    before: [
      'นาฬิกาบนผนังด้านตะวันออกมีเข็มเพียงเข็มเดียว ติดตั้งไว้เมื่อ พ.ศ. ๒๔๑๗ และตามที่สมุดท่าเรือบันทึกไว้ “ไม่เคยเดินผิดนาน” เด็ก ๆ อ่านมันเป็นก่อนจะอ่านหนังสือออก ส่วนคนแปลกหน้ามักถามว่าเข็ม<em>อีกเข็ม</em>หายไปไหน',
      'เครื่องของมันตั้งอยู่ในตู้ใต้บันไดตลาดปลา มีฟันเฟืองสิบเอ็ดตัว ตุ้มน้ำหนัก 46 กิโลกรัม และโซ่ซึ่งมีถังน้ำคอยถ่วงดุล เมื่อปี 1903 ผู้ตรวจการคนหนึ่งเขียนไว้ว่าไม่เข้าใจอะไรเลย เขาได้ดื่มชาแล้วก็กลับบ้าน',
    ],
    heading: 'ใครเป็นคนตั้งเวลา',
    after: [
      'ทุกสองวันจะมีคนปีนบันไดขึ้นไปพร้อมดินสอ แล้วเขียนเวลาที่คลาดเคลื่อนเป็นนาทีไว้บนผนัง ตั้งแต่นั้นมาเวลาทาสีก็ทาเว้นรอบตัวเลขไว้เสมอ ไม่มีใครกล้าทาทับ โดยเฉพาะช่างทาสี',
      'ใน พ.ศ. ๒๕๖๒ เมืองข้างเคียงเสนอมอบเข็มที่สองให้ สภาเมืองกล่าวขอบคุณ วัดขนาด แล้วนำไปทำเป็นลูกศรบอกทิศทางลม',
    ],
  },
  {
    lang: 'zh',
    dir: 'ltr',
    title: '市场巷的潮汐钟',
    byline: '林听潮',
    before: [
      '东墙上的钟只有一根指针。它于1874年挂上去，港口的账簿里写着：它“从来不会错太久”。孩子们在识字之前就学会了看它；外地人总要问，<em>另一根</em>指针到哪里去了？',
      '钟的机芯放在鱼市楼梯下面的柜子里——十一个齿轮、一块46公斤的重锤，还有一条用水桶来平衡的链子。1903年，一位来自Harbour公司的检查员写道：“完全看不懂（也许没有人看得懂）。”人们请他喝了茶，他便回家了……',
    ],
    heading: '谁来校准它',
    after: [
      '每隔一天，就有人拿着铅笔爬上梯子，把误差的分钟数写在墙上。从那以后，粉刷墙壁时总是绕开那些数字。“谁也不敢把它们刷掉，”看钟人说，“油漆匠最不敢。”',
      '2019年，邻近的镇子提出要送来第二根指针。镇议会表示感谢，量了量尺寸，把它做成了风向标。',
    ],
  },
  {
    lang: 'ja',
    dir: 'ltr',
    title: '市場小路の潮時計',
    byline: '汐見 澄',
    before: [
      '東の壁の時計には、針が一本しかない。一八七四年に掛けられ、港の帳面によれば「長く狂っていたことは一度もない」という。子どもたちは文字を覚える前にこの時計の読み方を覚え、よそから来た人は、<em>もう一本</em>の針はどこへ行ったのかと尋ねる。',
      '機械は魚市場の階段の下の戸棚に収められている。歯車が十一枚、46キログラムの重り、そしてバケツで釣り合いを取る<ruby>鎖<rt>くさり</rt></ruby>。1903年に来た検査官は「（だれにも）理解できない仕掛けだ」と書き、お茶を飲んで帰っていった。',
    ],
    heading: 'だれが合わせるのか',
    after: [
      '一日おきに、だれかが鉛筆を持ってはしごを登る。ずれは分の単位で壁に書きつけられ、それからというもの、壁の塗り替えは数字をよけて行われてきた。「塗りつぶす勇気のある者はいませんよ。とりわけ、ペンキ屋にはね」と番人は言う。',
      '二〇一九年、隣の町から二本目の針を贈りたいという申し出があった。町議会は礼を述べ、寸法を測り、それを風見に作り替えた。',
    ],
  },
  {
    lang: 'ko',
    dir: 'ltr',
    title: '시장 골목의 물때 시계',
    byline: '한바다',
    before: [
      '동쪽 벽의 시계에는 바늘이 하나뿐이다. 1874년에 걸렸고, 항구의 장부에 따르면 “오래 틀린 적은 한 번도 없다”고 한다. 아이들은 글을 깨치기 전에 이 시계를 읽는 법부터 배우고, 낯선 사람들은 <em>다른</em> 바늘이 어디로 갔느냐고 묻는다.',
      '시계의 기계는 어시장 계단 아래 벽장 속에 서 있다. 톱니바퀴가 열한 개, 46킬로그램짜리 추, 그리고 양동이로 균형을 잡는 사슬이 있다. 1903년에 온 검사관은 ‘도무지 알 수 없는 장치’라고 적고는, 차를 얻어 마신 뒤 집으로 돌아갔다.',
    ],
    heading: '누가 시계를 맞추나',
    after: [
      '이틀에 한 번 누군가가 연필을 들고 사다리를 오른다. 어긋난 시간을 분 단위로 벽에 적는데, 그때부터 벽을 새로 칠할 때에도 숫자들만은 비켜 갔다. 아무도 그 위에 칠할 엄두를 내지 못했고, 칠장이들은 더욱 그랬다.',
      '2019년에는 이웃 마을이 두 번째 바늘을 주겠다고 했다. 의회는 고마움을 전하고 길이를 잰 다음, 그것으로 풍향계를 만들었다.',
    ],
  },
];

/** The page of a sample, twice as long as its words so that it is an article. */
export const pageOf = ({
  lang,
  dir,
  title,
  byline,
  before,
  heading,
  after,
}: ScriptSample): string =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="author" content="${byline}"><meta property="article:published_time" content="2024-03-09"></head>
<body><main><article><h1>${title}</h1>
${[...before].map((text) => `<p>${text}</p>`).join('')}<h2>${heading}</h2>
${[...after, ...before, ...after].map((text) => `<p>${text}</p>`).join('')}
</article></main></body></html>`;

/** A page with everything that is wider than a column. */
export const WIDE_PAGE = `<!doctype html><html lang="en"><head><title>The Widths of Marrow Lane</title></head><body><main><article>
<h1>The Widths of Marrow Lane</h1>${'<p>The lane was measured at every turn of the tide for a year, by hand and with a rope that shrinks when it is wet. What follows is set down as it was found, in the order in which it was found.</p>'.repeat(3)}
<table><caption>Widths by month</caption><tr>${Array.from({ length: 14 }, (_, at) => `<th>Month number ${at + 1}</th>`).join('')}</tr>
<tr>${Array.from({ length: 14 }, (_, at) => `<td>${(at * 37) % 90} hands and a thumb</td>`).join('')}</tr></table>
<pre><code>rope.measure({ from: 'the door of the fish market', to: 'the foot of the ladder', wet: true, times: 365, by: 'hand' });</code></pre>
<math display="block"><mrow>${Array.from({ length: 60 }, (_, at) => `<mi>x</mi><mo>+</mo><mn>${at + 1000}</mn>`).join('<mo>+</mo>')}</mrow></math>
<p>Averylongwordthatnobodyeverwrotedownbutthatmaystandinanaddressoranameofafileandmustnotbreakthecolumnofthearticle${'anditgoeson'.repeat(12)}</p>
${'<p>The rope hangs in the cupboard under the stairs. Nobody has measured the rope, and nobody is going to.</p>'.repeat(4)}
</article></main></body></html>`;
