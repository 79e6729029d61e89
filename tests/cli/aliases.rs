//! `gainsay names` in texts: which words it suggests as aliases of names that are recorded in other scripts, and which it leaves alone.

use serde_json::Value;

use crate::run::{Dossier, Run};

/// A name, the language of a text, a sentence of it, and how the name stands there.
type Found = (&'static str, &'static str, &'static str, &'static str);

/// Names that must be found, each sentence written for this.
const FOUND: [Found; 26] = [
    ("Muqtada al-Sadr", "ar", "قال مقتدى الصدر إن الهدنة انتهت", "مقتدى الصدر"),
    ("Hassan Nasrallah", "ar", "وأعلن حسن نصر الله ذلك أمس", "حسن نصر الله"),
    ("Kata'ib Hizballah", "ar", "تبنت كتائب حزب الله الهجوم", "كتائب حزب الله"),
    ("Rukban", "ar", "وقع الانفجار قرب الركبان ليلا", "الركبان"),
    ("Baghdad", "ar", "وصل الوفد إلى بغداد أمس", "بغداد"),
    // What is written onto the front is no part of the name.
    ("Beirut", "ar", "وقع انفجار ببيروت صباحا", "بيروت"),
    ("Tarabulus", "ar", "هدأت المدينة وطرابلس أيضا", "طرابلس"),
    ("Mahmoud Abbas", "ar", "رسالة لمحمود عباس من الوفد", "محمود عباس"),
    ("Khan Yunis", "ar", "نزح السكان من خان يونس", "خان يونس"),
    ("Ramallah", "ar", "اجتماع في رام الله اليوم", "رام الله"),
    ("Saddam Hussein", "ar", "في عهد صدام حسين كان ذلك", "صدام حسين"),
    ("Tehran", "fa", "او دیروز به تهران رفت", "تهران"),
    ("Isfahan", "fa", "انفجار در اصفهان شنیده شد", "اصفهان"),
    ("Qasem Soleimani", "fa", "سردار قاسم سلیمانی آمد", "قاسم سلیمانی"),
    ("Bushehr", "fa", "نیروگاه بوشهر روشن شد", "بوشهر"),
    ("Tabriz", "fa", "مردم تبریز در خیابان بودند", "تبریز"),
    ("Ashkelon", "he", "אזעקות נשמעו באשקלון הבוקר", "אשקלון"),
    ("Benjamin Netanyahu", "he", "כך אמר בנימין נתניהו אתמול", "בנימין נתניהו"),
    ("Kharkiv", "uk", "Уночі було чути вибухи, місто Харків не спало", "Харків"),
    ("Mykolaiv", "uk", "Дорога на Миколаїв закрита", "Миколаїв"),
    ("Vladimir Putin", "ru", "Об этом заявил Владимир Путин вчера", "Владимир Путин"),
    ("Sergei Lavrov", "ru", "Сергей Лавров ответил на это", "Сергей Лавров"),
    // Names that are recorded in other letters, in texts in Latin ones.
    ("مسعود بارزاني", "en", "On Monday Masoud Barzani left for talks", "Masoud Barzani"),
    ("Мелітополь", "en", "The bridge near Melitopol's centre was closed", "Melitopol"),
    ("كربلاء", "de", "Am Abend in Kerbala sprach er wieder", "Kerbala"),
    ("Бердянск", "fr", "Le port de Berdiansk reste vide", "Berdiansk"),
];

/// Names with a sentence in which each is not, though a word of it is like the name, or the name is translated.
const NOT_FOUND: [(&str, &str, &str); 26] = [
    ("Mosul", "ar", "صرح مسؤول بذلك أمس"),
    ("Hamas", "ar", "همس في أذن الرجل"),
    ("Damascus", "ar", "عاد الوفد إلى دمشق"),
    ("Egypt", "ar", "وصل الوفد إلى مصر"),
    ("Jordan", "ar", "وصل الوفد إلى الأردن"),
    ("Sanaa", "ar", "قبل سنة من ذلك"),
    ("Aden", "ar", "ارتفع عدد القتلى"),
    ("Erbil", "ar", "أربعة رجال قتلوا"),
    ("Basra", "ar", "دخل الرجل القصر"),
    ("Kabul", "ar", "كان ذلك قبل الهدنة"),
    ("Salman Rushdie", "ar", "قال سليمان رشيد ذلك"),
    ("Harakat Hezbollah al-Nujaba", "ar", "أعلن حزب الله ذلك"),
    ("Ali Larijani", "ar", "قال علي إن ذلك انتهى"),
    ("Sadr City", "ar", "في مدينة الصدر ليلا"),
    ("the army", "ar", "أرمي الحجر بعيدا"),
    ("Mohammed Deif", "ar", "قال محمد السنوار ذلك"),
    ("Karaj", "fa", "او در خارج کشور بود"),
    ("Kerman", "fa", "این فرمان صادر شد"),
    ("Tabas", "fa", "لباس نو خرید"),
    ("Haifa", "he", "חיפוש אחר החשודים נמשך"),
    ("Netanya", "he", "כך אמר נתניהו אתמול"),
    ("Putilov", "ru", "Началась путина на реке"),
    ("Kherson", "uk", "Кілька персон прийшли"),
    ("Lviv", "uk", "У зоопарку є леви"),
    ("Донецк", "en", "They brought a kharkiv of donetsk style"),
    ("Полтава", "en", "The Platform was closed"),
];

fn row(kind: char, nth: usize, (name, language, sentence): (&str, &str, &str)) -> (String, String) {
    let id = format!("{kind}{nth}");
    let toml = format!(
        "[agent.{id}]\nname = {name:?}\n[source.{id}]\ntitle = \"T\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\n\
         language = \"{language}\"\ntext = \"{id}.txt\"\n"
    );
    (toml, format!("{sentence}.\n"))
}

/// A dossier of rows, each an agent and a source of one id.
fn dossier() -> Dossier {
    let found = FOUND
        .iter()
        .enumerate()
        .map(|(nth, (name, language, sentence, _))| ('f', nth, (*name, *language, *sentence)));
    let others = NOT_FOUND.iter().enumerate().map(|(nth, row)| ('n', nth, *row));
    let dossier = Dossier::new(&[("gainsay.toml", "[dossier]\ntitle = \"D\"\nlanguage = \"en\"\n")]);
    let mut sources = String::new();
    for (kind, nth, of_row) in found.chain(others) {
        let (toml, text) = row(kind, nth, of_row);
        sources.push_str(&toml);
        dossier.write(&format!("sources/{kind}{nth}.txt"), &text);
    }
    dossier.write("sources/all.toml", &sources);
    dossier
}

/// What is suggested: the agent, the source in which it stands first, the spelling and its language.
fn suggested(run: &Run) -> Vec<[String; 4]> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = run.json()["aliases"].as_array().unwrap().clone();
    let told = all.iter().map(|it| {
        [
            text(&it["of"]["id"]),
            text(&it["places"][0]["source"]),
            text(&it["spelling"]),
            text(&it["language"]),
        ]
    });
    told.collect()
}

#[test]
fn names_in_texts_of_other_scripts_are_found_and_others_are_not() {
    let found = suggested(&dossier().gainsay(&["names", "--format", "json"]).exits(0));
    let mut missed = Vec::new();
    for (nth, (name, language, _, spelling)) in FOUND.iter().enumerate() {
        let id = format!("f{nth}");
        if !found.contains(&[id.clone(), id, (*spelling).to_owned(), (*language).to_owned()]) {
            missed.push(name);
        }
    }
    let wrong: Vec<&[String; 4]> = found.iter().filter(|[agent, ..]| agent.starts_with('n')).collect();
    let strayed: Vec<&[String; 4]> =
        found.iter().filter(|[agent, source, ..]| agent.starts_with('f') && agent != source).collect();
    assert_eq!(
        (missed, wrong, strayed),
        (Vec::new(), Vec::new(), Vec::new()),
        "of {} and {}",
        FOUND.len(),
        NOT_FOUND.len()
    );
}

const MANIFEST: (&str, &str) = ("gainsay.toml", "[dossier]\ntitle = \"D\"\nlanguage = \"ar\"\n");

fn source(id: &str, keys: &str) -> String {
    format!(
        "[source.{id}]\ntitle = \"T\"\npublisher = \"unknown\"\npublished = \"2024-03-01\"\ntext = \"{id}.txt\"\n{keys}"
    )
}

#[test]
fn an_alias_is_told_with_its_places_and_a_line_to_paste() {
    let sources =
        "[agent.sadr]\nname = \"Muqtada al-Sadr\"\n".to_owned() + &source("a", "") + &source("b", "");
    let dossier = Dossier::new(&[
        MANIFEST,
        ("sources/s.toml", &sources),
        ("sources/a.txt", "في بيان.\n\nقال مقتدى الصدر ذلك، ولمقتدى الصدر\u{a0}رأي.\n"),
        ("sources/b.txt", "كتب مقتدى\nالصدر ذلك.\n"),
    ]);
    let run = dossier.gainsay(&["names"]).exits(0).says(&[
        "suggested, strong: مقتدى الصدر in texts for Muqtada al-Sadr",
        "agent `sadr`, sources/s.toml:1",
        "stands 3 times in 2 texts: a:3:5, b:1:5",
        "{ name = \"مقتدى الصدر\", language = \"ar\" }",
        "looked at 2 texts for names in other scripts: 1 suggested",
    ]);
    let line = run.out.lines().find(|line| line.trim().starts_with("{ name")).unwrap();
    // What is pasted is a name of the agent, and then nothing is suggested any more.
    let with_alias = sources.replace("al-Sadr\"\n", &format!("al-Sadr\"\naliases = [{}]\n", line.trim()));
    dossier.write("sources/s.toml", &with_alias);
    let run = dossier.gainsay(&["names", "--format", "json"]).exits(2);
    assert!(run.err.contains("there is nothing to compare"), "{}", run.err);
}

#[test]
fn nothing_is_suggested_where_two_may_be_meant() {
    let told = |agents: &str, text: &str| {
        let sources = agents.to_owned() + &source("a", "");
        let dossier = Dossier::new(&[MANIFEST, ("sources/s.toml", &sources), ("sources/a.txt", text)]);
        let found = suggested(&dossier.gainsay(&["names", "--format", "json"]).exits(0));
        found.into_iter().map(|[agent, _, spelling, _]| (agent, spelling)).collect::<Vec<_>>()
    };
    let text = "كان مقتدى الصدر هناك.\n";
    let one = "[agent.a]\nname = \"Muqtada al-Sadr\"\n";
    assert_eq!(told(one, text), [("a".to_owned(), "مقتدى الصدر".to_owned())]);
    // Another agent of a name that is written the same, whether or not it has a name in the script.
    let two = one.to_owned() + "[agent.b]\nname = \"Moqtada Sadr\"\n";
    assert_eq!(told(&two, text), []);
    let recorded = one.to_owned() + "[agent.b]\nname = \"Moqtada Sadr\"\naliases = [\"مقتدا صدر\"]\n";
    assert_eq!(told(&recorded, text), []);
    // The name is recorded of another.
    let taken = one.to_owned() + "[agent.b]\nname = \"B\"\naliases = [\"مقتدى الصدر\"]\n";
    assert_eq!(told(&taken, text), []);
    // One that is kept apart is nearly as like, and is nobody's otherwise.
    let like = one.to_owned() + "[agent.b]\nname = \"Muqtadan Sadr\"\n";
    assert_eq!(told(&like, text).len(), 1);
    let apart = like + "confusable-with = [\"a\"]\n";
    assert_eq!(told(&apart, text), []);
    // A name within a longer one that is recorded is the longer one's.
    let longer =
        "[agent.a]\nname = \"Hezbollah\"\n[agent.b]\nname = \"Kataib\"\naliases = [\"كتائب حزب الله\"]\n";
    assert_eq!(told(longer, "أعلنت كتائب حزب الله ذلك.\n"), []);
    assert_eq!(told(longer, "أعلن حزب الله ذلك.\n"), [("a".to_owned(), "حزب الله".to_owned())]);
}

#[test]
fn of_a_name_three_spellings_are_listed_and_those_that_stand_most_first() {
    let sources =
        "[agent.k]\nname = \"Volodymyr Zelenskyi\"\n".to_owned() + &source("a", "language = \"uk\"\n");
    let text = "Володимир Зеленськи. Володимір Зеленский. Володимир Зеленский. Володимир Зеленський. Володимир Зеленський.\n";
    let dossier = Dossier::new(&[MANIFEST, ("sources/s.toml", &sources), ("sources/a.txt", text)]);
    let run = dossier.gainsay(&["names", "--format", "json"]).exits(0);
    let spellings: Vec<String> = suggested(&run).into_iter().map(|[_, _, spelling, _]| spelling).collect();
    assert_eq!((spellings.len(), spellings[0].as_str()), (3, "Володимир Зеленський"), "{}", run.out);
    assert_eq!(run.json()["left_out"], 1);
    assert_eq!(run.json()["aliases"][0]["times"], 2);
}

#[test]
fn words_of_restricted_texts_are_not_told() {
    let sources = "[agent.sadr]\nname = \"Muqtada al-Sadr\"\n".to_owned()
        + &source("a", "access = \"restricted\"\n")
        + &source("b", "");
    let dossier = Dossier::new(&[
        MANIFEST,
        ("sources/s.toml", &sources),
        ("sources/a.txt", "قال مقتدى الصدر ذلك.\n"),
        ("sources/b.txt", "قال ذلك.\n"),
    ]);
    let json = dossier.gainsay(&["names", "--format", "json"]).exits(0);
    assert!(!json.out.contains("مقتدى"), "{}", json.out);
    assert_eq!((json.json()["withheld"].clone(), suggested(&json).len()), (1.into(), 0));
    let human = dossier.gainsay(&["names"]).exits(0).says(&["1 withheld: access is restricted"]);
    assert!(!human.out.contains("مقتدى"), "{}", human.out);
    dossier.gainsay(&["names", "--show-restricted"]).exits(0).says(&["مقتدى الصدر", "a:1:5"]);
}
