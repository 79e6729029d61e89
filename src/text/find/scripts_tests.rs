//! Quotes in other scripts: whatever is only written in another way is held, and what says something else is not.

use super::find;

/// A text, the same words written in another way, and others that say something else.
type Pair = (&'static str, &'static str, &'static str);

const ARABIC: [Pair; 20] = [
    // Vowel signs; another number.
    ("قتل ثلاثة جنود في الهجوم", "قُتِلَ ثَلاثةُ جُنودٍ في الهُجوم", "قتل ثمانية جنود في الهجوم"),
    // Tatweel; digits turned.
    ("أصيب ٣٤ شخصا في الغارة", "أصيب ٣٤ شخصـــا في الغارة", "أصيب ٤٣ شخصا في الغارة"),
    // Vowel signs; the negation dropped.
    ("لم يقتل أي مدني", "لم يُقتل أيّ مدني", "يقتل أي مدني هنا"),
    // A joiner; another country.
    ("وقع الهجوم في الأردن", "وقع الهجوم في الأ\u{200d}ردن", "وقع الهجوم في سوريا"),
    // Quotation marks; the negation dropped.
    ("قال الجيش «إنه لم يقصف القرية»", "قال الجيش \"إنه لم يقصف القرية\"", "قال الجيش «إنه قصف القرية»"),
    // Persian ye; another country.
    ("في العراق ثلاثة قتلى", "فی العراق ثلاثة قتلى", "في إيران ثلاثة قتلى"),
    // Persian kaf; another unit.
    ("مليون وكيلوغرام", "مليون وکيلوغرام", "مليون وكيلومتر"),
    // A presentation form; another country.
    ("السلام في لبنان", "السلام في ﻟبنان", "السلام في ليبيا"),
    // A mark of direction; affirmed.
    ("نفى البيان الخبر", "نفى\u{200f} البيان الخبر", "أكد البيان الخبر"),
    // White space; ten times as many.
    ("دمرت ١٢ طائرة مسيرة", "دمرت  ١٢ طائرة\nمسيرة", "دمرت ١٢٠ طائرة مسيرة"),
    // Arabic kaf; another number.
    ("سه سرباز کشته شدند", "سه سرباز كشته شدند", "نه سرباز کشته شدند"),
    // ZWNJ left out; another ending.
    ("خانه\u{200c}ها ویران شد", "خانهها ویران شد", "خانه\u{200c}ای ویران شد"),
    // Arabic ye; another country.
    ("در سوریه رخ داد", "در سوريه رخ داد", "در اردن رخ داد"),
    // A vowel sign; another figure.
    ("۳۴ نفر زخمی شدند", "۳۴ نفرِ زخمی شدند", "۳۵ نفر زخمی شدند"),
    // Tatweel; the negation dropped.
    ("ارتش روستا را بمباران نکرد", "ارتش روستا را بمباران نـکرد", "ارتش روستا را بمباران کرد"),
    // ZWNJ left out; the contrary.
    ("می\u{200c}گوید که دروغ است", "میگوید که دروغ است", "می\u{200c}گوید که راست است"),
    // Quotation marks; the negation dropped.
    ("وزیر گفت: «حمله\u{200c}ای نبود»", "وزیر گفت: “حمله\u{200c}ای نبود”", "وزیر گفت: «حمله\u{200c}ای بود»"),
    // White space; ten times as many.
    ("دست\u{200c}کم بیست نفر", "دست\u{200c}کم  بیست نفر", "دست\u{200c}کم دویست نفر"),
    // A vowel sign; of another country.
    (
        "حزب\u{200c}الله عراق آن را رد کرد",
        "حزب\u{200c}اللّه عراق آن را رد کرد",
        "حزب\u{200c}الله لبنان آن را رد کرد",
    ),
    // A mark of direction; at night.
    ("تا ساعت ۱۰ صبح", "تا ساعت ۱۰ صبح\u{200e}", "تا ساعت ۱۰ شب"),
];

const HEBREW: [Pair; 20] = [
    // Points; another number.
    ("שלושה חיילים נהרגו", "שְׁלוֹשָׁה חַיָּילִים נֶהֶרְגוּ", "שמונה חיילים נהרגו"),
    // Gershayim; denied.
    ("צה\"ל הודיע על התקיפה", "צה״ל הודיע על התקיפה", "צה\"ל הכחיש את התקיפה"),
    // Geresh; another town.
    ("ג'נין והסביבה", "ג׳נין והסביבה", "חברון והסביבה"),
    // Maqaf; another word.
    ("דו־קיום באזור", "דו-קיום באזור", "דו־קרב באזור"),
    // White space; the negation dropped.
    ("הצבא לא הפציץ את הכפר", "הצבא לא  הפציץ את\nהכפר", "הצבא הפציץ את הכפר"),
    // A mark of direction; digits turned.
    ("נפצעו 34 בני אדם", "נפצעו 34 בני אדם\u{200f}", "נפצעו 43 בני אדם"),
    // Points; the countries swapped.
    ("בירדן ובסוריה", "בירדן ובסוּריה", "בסוריה ובירדן"),
    // Gershayim; the contrary.
    ("\"אין נפגעים\", אמר הדובר", "״אין נפגעים״, אמר הדובר", "\"יש נפגעים\", אמר הדובר"),
    // Maqaf; ten times as many.
    ("כ-30 רקטות נורו", "כ־30 רקטות נורו", "כ-300 רקטות נורו"),
    // Gershayim; praised.
    ("האו\"ם גינה", "האו״ם גינה", "האו\"ם שיבח"),
    // Points; more.
    ("פחות מעשרה הרוגים", "פחות מֵעשרה הרוגים", "יותר מעשרה הרוגים"),
    // Points; another minister.
    ("שר הביטחון אמר", "שׂר הביטחון אמר", "שר האוצר אמר"),
    // A mark of direction; evening.
    ("בשעה 10:30 בבוקר", "בשעה 10:30 בבוקר\u{200e}", "בשעה 10:30 בערב"),
    // A joiner; another number.
    ("מאה ועשרים טילים", "מאה ועשרים טי\u{200d}לים", "מאה ושלושים טילים"),
    // Points; the negation dropped.
    ("אמר כי לא ידע", "אמר כּי לא ידע", "אמר כי ידע"),
    // White space; another country.
    ("חזבאללה בלבנון", "חזבאללה  בלבנון", "חזבאללה בעיראק"),
    // Maqaf; another day.
    ("ב־28 בינואר", "ב-28 בינואר", "ב־29 בינואר"),
    // Points; another number.
    ("נהרגו שני אחים", "נהרגו שׁני אחים", "נהרגו שלושה אחים"),
    // Gershayim; another body.
    ("עצרת האו״ם", "עצרת האו\"ם", "עצרת נאט״ו"),
    // Points; the negation dropped.
    ("לא אושרה רשמית", "לֹא אושרה רשמית", "אושרה רשמית אתמול"),
];

const CYRILLIC: [Pair; 20] = [
    // Stress; another number.
    ("загинули троє людей", "заги\u{301}нули тро\u{301}є людей", "загинули четверо людей"),
    // Ё and е; another number.
    ("Ещё двое ранены", "Еще двое ранены", "Ещё трое ранены"),
    // Apostrophes; another number.
    ("п'ять ракет", "п’ять ракет", "шість ракет"),
    // Quotation marks; the negation dropped.
    ("«Армія не бомбила село»", "\"Армія не бомбила село\"", "«Армія бомбила село»"),
    // Decomposed letters; another country.
    ("удар по Йорданії", "удар по И\u{306}орданії", "удар по Сирії"),
    // A hard space; digits turned.
    ("погибли 34 человека", "погибли\u{a0}34 человека", "погибли 43 человека"),
    // A soft hyphen; confirmed.
    ("Минобороны опровергло это", "Минобо\u{ad}роны опровергло это", "Минобороны подтвердило это"),
    // Ё, hyphens; another aircraft.
    ("самолёт Ту-22 сбит", "самолет Ту\u{2011}22 сбит", "самолёт Ту-95 сбит"),
    // Dashes; another year.
    ("2022–2023 годы", "2022-2023 годы", "2022–2024 годы"),
    // A line end; not more.
    ("не менее двадцати", "не менее\nдвадцати", "не более двадцати"),
    // Apostrophes; several places.
    ("з об’єкта вивезли", "з обʼєкта вивезли", "з об’єктів вивезли"),
    // Decomposed letters; another capital.
    ("Київ заявив", "Киі\u{308}в заявив", "Москва заявила"),
    // White space; another number.
    ("сто тридцять осіб", "сто  тридцять осіб", "сто сорок осіб"),
    // Quotation marks; the negation dropped.
    ("„ничего не было“", "«ничего не было»", "«ничего было»"),
    // A tab; evening.
    ("по данным на 10 утра", "по данным на\t10 утра", "по данным на 10 вечера"),
    // Stress; ten times as many.
    ("около 1500 домов", "около 1500 домо\u{301}в", "около 15000 домов"),
    // An invisible character; admits.
    ("Хезболла отрицает", "Хезболла отрицает\u{200b}", "Хезболла признаёт"),
    // Stress; indeed.
    ("нібито загинули", "ні\u{301}бито загинули", "справді загинули"),
    // Stress; the countries swapped.
    ("в Ираке и Сирии", "в Ираке и Си\u{301}рии", "в Сирии и Ираке"),
    // An invisible character; the negation dropped.
    ("не підтверджено", "не підтверджено\u{feff}", "підтверджено нині"),
];

const LATIN: [Pair; 20] = [
    // Decomposed; another number.
    ("trente-quatre blessés", "trente\u{2011}quatre blesse\u{301}s", "quarante-quatre blessés"),
    // Marks; the negation dropped.
    ("« Il n’y a pas de victimes »", "\"Il n'y a pas de victimes\"", "« Il y a des victimes »"),
    // Decomposed; the negation dropped.
    ("La policía no lo confirmó", "La polici\u{301}a no lo confirmó", "La policía lo confirmó"),
    // Decomposed; another number.
    ("für vierunddreißig Tote", "fu\u{308}r vierunddreißig Tote", "für dreiundvierzig Tote"),
    // Apostrophes; another country.
    ("l’attaque en Jordanie", "l'attaque en Jordanie", "l’attaque en Syrie"),
    // Marks; the negation dropped.
    ("„Es gab keine Toten“", "»Es gab keine Toten«", "„Es gab Tote“"),
    // A thin space; digits turned.
    ("1 234 morts", "1\u{202f}234 morts", "1 324 morts"),
    // A hard space; another day.
    ("el 28 de enero", "el 28 de\u{a0}enero", "el 29 de enero"),
    // Decomposed, a hard space; finished.
    ("œuvre inachevée", "œuvre\u{a0}inacheve\u{301}e", "œuvre achevée"),
    // Decomposed; ten times as many.
    ("más de cien niños", "más de cien nin\u{303}os", "más de mil niños"),
    // A line end; not more.
    ("no menos de veinte", "no menos de\nveinte", "no más de veinte"),
    // Hyphens; somebody else.
    ("le chef d’état-major", "le chef d’état\u{2011}major", "le chef d’État islamique"),
    // Invisible; another country.
    ("Angriff auf Syrien", "Angriff auf Syrien\u{200b}", "Angriff auf Jordanien"),
    // A hard space; another month.
    ("am 28. Januar", "am\u{a0}28. Januar", "am 28. Februar"),
    // Decomposed; the contrary.
    ("¿Hubo víctimas? No", "¿Hubo vi\u{301}ctimas? No", "¿Hubo víctimas? Sí"),
    // A soft hyphen; another number.
    ("cent soixante-dix", "cent soixante-di\u{ad}x", "cent soixante-six"),
    // A ligature; confirmed.
    ("finalement démenti", "ﬁnalement démenti", "finalement confirmé"),
    // Decomposed; another figure.
    ("ungefähr 200 Verletzte", "ungefa\u{308}hr 200 Verletzte", "ungefähr 300 Verletzte"),
    // Apostrophes; the negation dropped.
    ("qu’il n’est pas mort", "qu'il n'est pas mort", "qu’il est mort"),
    // Decomposed; evening.
    ("à 10 h du matin", "a\u{300} 10 h du matin", "à 10 h du soir"),
];

fn hold(pairs: &[Pair]) {
    for (text, variant, altered) in pairs {
        let page = format!("… {text} …");
        assert!(find(&page, *variant).is_held(), "{variant}: only written in another way");
        assert!(!find(&page, *altered).is_held(), "{altered}: says something else");
        assert!(find(&page, *text).is_held(), "{text}: the same");
    }
}

#[test]
fn quotes_in_arabic_and_persian_are_held_by_what_they_say() {
    hold(&ARABIC);
}

#[test]
fn quotes_in_hebrew_are_held_by_what_they_say() {
    hold(&HEBREW);
}

#[test]
fn quotes_in_cyrillic_are_held_by_what_they_say() {
    hold(&CYRILLIC);
}

#[test]
fn quotes_in_latin_letters_with_marks_are_held_by_what_they_say() {
    hold(&LATIN);
}
