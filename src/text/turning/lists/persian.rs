//! Persian.

use super::super::language::Side::{Before, Behind, Either};
use super::super::language::Turn::{Condition, Denial, Doubt, Negation};
use super::super::language::{Apostrophe, Language, Row, Script};

pub(super) static PERSIAN: Language = Language {
    tag: "fa",
    script: Script::Arabic,
    apostrophe: Apostrophe::Joins,
    joined: &[],
    rows: &[
        Row {
            turn: Negation,
            side: Before,
            phrases: "هیچ|هیچ*|هرگز|بدون|نه|بی|به جای|هنوز",
            tried: "ارتش {} [روستا را بمباران کرد]",
        },
        // The verb stands at the end of its sentence, and its negation with it.
        Row {
            turn: Negation,
            side: Behind,
            phrases: "نیست|نیستند|نبود|نبودند|نبوده|نشد|نشدند|نشده|نشدهاند|نکرد|نکردند|نکرده|نکردهاند|نداد|ندادند\
                |نداده|ندارد|ندارند|نداشت|نداشته|نخواهد|نخواهند|نگفت|ننمود|نزد|نرسید|نمی*|نکشت*|نکشته|نمرد*",
            tried: "[12 نفر در روستا کشته] {}",
        },
        Row {
            turn: Denial,
            side: Before,
            phrases: "تکذیب|انکار|رد کرد|رد کردند|دروغ*|نادرست*|جعلی|بی اساس|بیاساس|کذب|خودداری|هیچ مدرکی|شواهدی نیست",
            tried: "ارتش {} گزارش که [12 نفر کشته شدند]",
        },
        Row {
            turn: Denial,
            side: Behind,
            phrases: "را تکذیب|تکذیب|را رد کرد|رد کرد|رد کردند|نادرست است|دروغ است|صحت ندارد",
            tried: "گزارش [کشته شدن 12 نفر] {}",
        },
        Row {
            turn: Doubt,
            side: Either,
            phrases: "شاید|ممکن است|احتمالا|احتمال|گویا|ظاهرا|ادعا|ادعای|مدعی|مظنون|تایید نشده|شایعه|شایعات\
                |تردید|تایید نکرد|نامعلوم|احتمالی",
            tried: "{} ارتش [روستا را بمباران کرد]",
        },
        Row {
            turn: Condition,
            side: Either,
            phrases: "اگر|چنانچه|مگر|به شرطی|در صورتی که|در صورت",
            tried: "{} [مذاکرات شکست بخورد]",
        },
    ],
    harmless: "نه تنها|نه فقط|بدون شک|بی شک|هنوز هم",
    clauses: "که",
    through: "که را در به از با بر این آن او آنها ما است بود بودند شد شدند شده شدن کرد کردند کرده می های ها گزارش برای تا",
    between: 2,
    numbers: "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده \
        نوزده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد *صد هزار میلیون میلیارد دهها صدها",
    stops: "و یا اما ولی زیرا هنگامی وقتی پس گفت گفتند افزود اعلام نوشت",
};
