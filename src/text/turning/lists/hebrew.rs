//! Hebrew.

use super::super::language::{Language, Row, Script};
use super::super::said::Apostrophe;
use super::super::turn::Side::{Before, Behind, Either};
use super::super::turn::Turn::{Condition, Denial, Doubt, Negation};

pub(super) static HEBREW: Language = Language {
    tag: "he",
    script: Script::Hebrew,
    apostrophe: Apostrophe::Joins,
    joined: &["ו", "ש", "וש", "ה", "כש", "ב", "ל"],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "לא|אין|אינו|אינה|אינם|אינן|איננו|בלי|ללא|מעולם לא|אף אחד|אל|אי|טרם|במקום|לעולם|בלתי|שום",
            tried: "הצבא {} [הפציץ את הכפר]",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "הכחיש*|מכחיש*|הכחשת|הכחשה|דחה|דחתה|דחו|דוחה|דוחים|שלל|שללה|שללו|שולל|שוללים|הפריך|הפריכה\
                |שקרי*|שקר|כוזב*|מופרך|מופרכת|בדוי*|סירב|סירבה|סירבו|נכשל|אין ראיות|אין הוכחה|אין הוכחות|אין עדות",
            tried: "הצבא {} דיווחים כי [12 בני אדם נהרגו]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "הכחיש*|מכחיש*|אינו נכון|לא נכון|שקר|לא היה ולא נברא",
            tried: "[12 בני אדם נהרגו], הצבא {}",
        },
        Row {
            turn: Doubt,
            side: Before,
            phrases: "לכאורה|כביכול|ייתכן|יתכן|אולי|כנראה|עשוי|עשויה|עשויים|עלול|עלולה|עלולים|נטען|חשד|חשוד*\
                |לא אושר|לא אישר*|שמועה|שמועות|ספק|מוטל בספק|לא ברור|לא ידוע|היה יכול",
            tried: "{} כי [12 בני אדם נהרגו]",
        },
        Row {
            turn: Doubt,
            side: Behind,
            phrases: "לא אושר|לא אושרה|טרם אושר|לא ברור|לא ידוע",
            tried: "הדיווח על [12 הרוגים] {}",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "אם|אלא אם|בתנאי|אילו|במידה|לו",
            tried: "{} [השיחות ייכשלו]",
        },
    ],
    harmless: "לא רק|ללא ספק|לא פחות|אין ספק|בלי ספק",
    clauses: "",
    through: "כי את של על אל מן עם הוא היא הם הן זה זו זאת אלה היה הייתה היו גם עוד כבר אותו אותה דיווחים",
    between: 2,
    stops: "אבל אך אולם בעוד מפני למרות כאשר כש שבו אחרי לפני אמר אמרה אמרו מסר מסרה הוסיף לדברי לפי או",
};
