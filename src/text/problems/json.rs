//! Texts that are no JSON, in words.

use super::Message;
use crate::engine::json::JsonProblem;
use crate::engine::lang::Lang;

/// A problem in words.
pub(super) fn message(problem: &JsonProblem, lang: Lang) -> Message {
    match lang {
        Lang::Zh => chinese(problem),
        Lang::En => english(problem),
    }
}

fn chinese(problem: &JsonProblem) -> Message {
    match problem {
        JsonProblem::TooLarge { bytes, limit } => Message::new(
            format!(
                "文件有 {}，超过上限 {}",
                megabytes(*bytes),
                megabytes(*limit)
            ),
            "拆成几份规划，或删去大段文字",
        ),
        JsonProblem::TooDeep { limit } => Message::new(
            format!("括号嵌套超过 {limit} 层"),
            "规划文件用不到这么多层，检查是否漏了右括号",
        ),
        JsonProblem::Empty => Message::new("文件是空的", "规划是一个 JSON 对象，以 { 开头"),
        JsonProblem::StrayCharacter(character) => match half_width(*character) {
            Some('"') => Message::new(
                format!("{character} 不是半角双引号"),
                "文字和键用半角双引号 \" 括起来",
            ),
            Some(half) => Message::new(
                format!("引号之外有全角标点“{character}”"),
                format!("改为半角的 {half}"),
            ),
            None => Message::new(
                format!("引号之外有{}", named(*character, Lang::Zh)),
                "文字要放在半角双引号 \" 之内；若是多余字符，请删去",
            ),
        },
        JsonProblem::Comment => Message::new(
            "JSON 不能有注释",
            "把说明写进 note 字段，或以 x- 开头的字段",
        ),
        JsonProblem::SingleQuotes => Message::new("用了单引号", "文字和键用半角双引号 \" 括起来"),
        JsonProblem::UnclosedText => Message::new(
            "这段文字在本行内没有右引号",
            "补上右引号 \"；文字内的引号写成 \\\"，换行写成 \\n",
        ),
        JsonProblem::ControlCharacter(character) => Message::new(
            format!("文字内有{}", named(*character, Lang::Zh)),
            "制表符写成 \\t，其他控制字符删去",
        ),
        JsonProblem::BadEscape => Message::new(
            "反斜杠之后的写法无效",
            "可用 \\\"、\\\\、\\/、\\n、\\t、\\r、\\b、\\f 和 \\u 加四位十六进制数；反斜杠本身写成 \\\\",
        ),
        JsonProblem::TrailingComma => Message::new("最后一项之后多了逗号", "删去这个逗号"),
        JsonProblem::MissingComma => Message::new("两项之间缺少逗号", "在此处加上半角逗号 ,"),
        JsonProblem::MissingColon => Message::new("键之后缺少冒号", "写成 \"键\": 值"),
        JsonProblem::MissingValue => Message::new("键之后没有值", "在冒号之后写上值，或删去这个键"),
        JsonProblem::UnquotedKey => Message::new("键没有加引号", "键用半角双引号 \" 括起来"),
        JsonProblem::UnknownWord(word) => Message::new(
            format!("“{word}”没有加引号"),
            "文字用半角双引号 \" 括起来；不加引号的只有数、true、false 和 null（未知）",
        ),
        JsonProblem::ForeignWord { word, meant } => Message::new(
            format!("JSON 里没有“{word}”"),
            format!("改为 {meant}，不加引号"),
        ),
        JsonProblem::InnerQuote => Message::new(
            "右引号之后紧跟着别的文字",
            "文字内的引号写成 \\\"；若文字到此为止，其后要有逗号或冒号",
        ),
        JsonProblem::BadNumber(number) => Message::new(
            format!("“{number}”不是数"),
            "数写成 12、-0.5 或 1.2e3：不加正号、不以 0 开头、小数点前后都有数字",
        ),
        JsonProblem::NumberTooLarge(number) => Message::new(
            format!("数 {number} 太大，无法计算"),
            "换用更大的单位，例如以亿元代替元",
        ),
        JsonProblem::Unclosed(bracket) => Message::new(
            format!("左括号 {bracket} 没有对应的右括号"),
            format!("补上 {}", closing(*bracket)),
        ),
        JsonProblem::Unopened(bracket) => Message::new(
            format!("此处之前缺少左括号 {bracket}"),
            format!("在此处加上 {bracket}"),
        ),
        JsonProblem::Unexpected(character) => Message::new(
            format!("此处不应有 {character}"),
            "检查前后是否多了或少了括号、逗号、冒号",
        ),
        JsonProblem::SecondValue => Message::new(
            "规划结束之后还有内容",
            "检查是否过早写了右括号，或删去其后的内容",
        ),
        JsonProblem::DuplicateKey { key, .. } => {
            Message::new(format!("键“{key}”重复"), "只保留一个；现在以最后一个为准")
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm per problem")]
fn english(problem: &JsonProblem) -> Message {
    match problem {
        JsonProblem::TooLarge { bytes, limit } => Message::new(
            format!(
                "The file has {}, more than the {} allowed",
                megabytes(*bytes),
                megabytes(*limit)
            ),
            "Split it into several plans, or leave out long texts",
        ),
        JsonProblem::TooDeep { limit } => Message::new(
            format!("Brackets are nested more than {limit} deep"),
            "No plan needs that; look for a missing closing bracket",
        ),
        JsonProblem::Empty => Message::new(
            "The file is empty",
            "A plan is a JSON object and begins with {",
        ),
        JsonProblem::StrayCharacter(character) => match half_width(*character) {
            Some('"') => Message::new(
                format!("{character} is no straight quotation mark"),
                "Put texts and keys between straight double quotation marks \"",
            ),
            Some(half) => Message::new(
                format!("Full-width “{character}” outside quotation marks"),
                format!("Write {half}"),
            ),
            None => Message::new(
                format!("{} outside quotation marks", named(*character, Lang::En)),
                "Put texts between straight double quotation marks \"; remove the character if it is stray",
            ),
        },
        JsonProblem::Comment => Message::new(
            "JSON has no comments",
            "Put remarks into a note field, or a field beginning with x-",
        ),
        JsonProblem::SingleQuotes => Message::new(
            "Single quotation marks",
            "Put texts and keys between straight double quotation marks \"",
        ),
        JsonProblem::UnclosedText => Message::new(
            "This text is not closed on its line",
            "Add the closing \"; inside a text write \\\" for a quotation mark and \\n for a line break",
        ),
        JsonProblem::ControlCharacter(character) => Message::new(
            format!("{} inside a text", named(*character, Lang::En)),
            "Write \\t for a tab; remove any other control character",
        ),
        JsonProblem::BadEscape => Message::new(
            "A backslash is followed by something it cannot be followed by",
            "Possible are \\\", \\\\, \\/, \\n, \\t, \\r, \\b, \\f and \\u with four hexadecimal digits; write \\\\ for \
             the backslash itself",
        ),
        JsonProblem::TrailingComma => {
            Message::new("Comma after the last entry", "Remove the comma")
        }
        JsonProblem::MissingComma => {
            Message::new("No comma between two entries", "Add a comma here")
        }
        JsonProblem::MissingColon => Message::new("No colon after the key", "Write \"key\": value"),
        JsonProblem::MissingValue => Message::new(
            "No value after the key",
            "Write a value after the colon, or remove the key",
        ),
        JsonProblem::UnquotedKey => Message::new(
            "Key without quotation marks",
            "Put keys between straight double quotation marks \"",
        ),
        JsonProblem::UnknownWord(word) => Message::new(
            format!("“{word}” without quotation marks"),
            "Put texts between straight double quotation marks \"; only numbers, true, false and null (unknown) stand \
             without",
        ),
        JsonProblem::ForeignWord { word, meant } => Message::new(
            format!("JSON has no “{word}”"),
            format!("Write {meant}, without quotation marks"),
        ),
        JsonProblem::InnerQuote => Message::new(
            "More text right behind a closing quotation mark",
            "Write \\\" for a quotation mark inside a text; where the text ends here, a comma or colon must follow",
        ),
        JsonProblem::BadNumber(number) => Message::new(
            format!("“{number}” is no number"),
            "Write 12, -0.5 or 1.2e3: no plus sign, no leading 0, digits on both sides of the decimal point",
        ),
        JsonProblem::NumberTooLarge(number) => Message::new(
            format!("{number} is too large to compute with"),
            "Use a larger unit, for example 亿元 for 元",
        ),
        JsonProblem::Unclosed(bracket) => Message::new(
            format!("The bracket {bracket} is never closed"),
            format!("Add {}", closing(*bracket)),
        ),
        JsonProblem::Unopened(bracket) => Message::new(
            format!("The opening bracket {bracket} is missing before this"),
            format!("Add {bracket} here"),
        ),
        JsonProblem::Unexpected(character) => Message::new(
            format!("Unexpected {character}"),
            "Look for a bracket, comma or colon too many or too few around it",
        ),
        JsonProblem::SecondValue => Message::new(
            "Something follows the end of the plan",
            "Look for a bracket closed too early, or remove what follows",
        ),
        JsonProblem::DuplicateKey { key, .. } => Message::new(
            format!("The key “{key}” stands twice"),
            "Keep one of them; for now the last one counts",
        ),
    }
}

/// What a full-width mark should have been.
fn half_width(character: char) -> Option<char> {
    Some(match character {
        '“' | '”' | '„' | '＂' | '‘' | '’' => '"',
        '，' | '、' => ',',
        '：' => ':',
        '｛' => '{',
        '｝' => '}',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '－' | '−' | '–' | '—' => '-',
        '．' | '。' => '.',
        _ => return None,
    })
}

/// A character people can recognise: itself, or its name or number if it cannot be seen.
fn named(character: char, lang: Lang) -> String {
    let name = match character {
        '\t' => Some(("制表符", "Tab")),
        '\u{3000}' => Some(("全角空格", "Full-width space")),
        '\u{a0}' => Some(("不换行空格", "No-break space")),
        '\u{feff}' => Some(("字节顺序标记", "Byte order mark")),
        _ => None,
    };
    let code = u32::from(character);
    let is_seen = !character.is_control() && !character.is_whitespace();
    match (lang, name) {
        (Lang::Zh, Some((zh, _))) => zh.to_owned(),
        (Lang::En, Some((_, en))) => en.to_owned(),
        (Lang::Zh, None) if is_seen => format!("字符“{character}”"),
        (Lang::En, None) if is_seen => format!("Character “{character}”"),
        (Lang::Zh, None) => format!("字符 U+{code:04X}"),
        (Lang::En, None) => format!("Character U+{code:04X}"),
    }
}

fn closing(bracket: char) -> char {
    if bracket == '{' { '}' } else { ']' }
}

/// Bytes in megabytes of a million, as exact as needed to tell a size from the limit.
fn megabytes(bytes: usize) -> String {
    let millions = bytes as f64 / 1e6;
    if bytes.is_multiple_of(1_000_000) {
        format!("{millions} MB")
    } else if bytes.abs_diff(5_000_000) < 100_000 {
        format!("{millions:.6} MB")
    } else {
        format!("{millions:.1} MB")
    }
}
