//! Charts as files: title, key and source stand in them, and the SVG is one that a reader of XML takes.

use attain::charts::{ChartSheet, Palette, svg};
use attain::engine::lang::Lang;
use attain::view::chart_sheet::Sheet;
use attain::view::citation::Quote;

use super::pinghu;
use super::svg::Svg;

const LONG: &str = "Value added per mu of land of industrial enterprises above the designated size, as the annexes of the plan state it for every township and for the city as a whole, < & >";

fn sheet(title: &str, lang: Lang) -> Sheet {
    let quote = |place: &str| Quote {
        place: place.to_owned(),
        text: String::new(),
        url: None,
    };
    let quotes = [quote("附件1，第5行"), quote("附件1，第5行"), quote("正文")];
    Sheet::of(
        title,
        ("平湖方案", "情景：谨慎"),
        &quotes,
        &pinghu(lang),
        lang,
    )
}

#[test]
fn a_file_says_whose_chart_it_is_and_what_it_rests_on() {
    let (sheet, spec) = (sheet("亩均增加值", Lang::Zh), pinghu(Lang::Zh));
    let drawing = ChartSheet {
        sheet: &sheet,
        spec: &spec,
        palette: &Palette::LIGHT,
    };
    let (drawn, plot) = Svg::draw((1920, 1080), |backend| {
        attain::charts::Drawing::draw(&drawing, backend, 2.0).unwrap()
    });
    let words = drawn.words();
    for wanted in [
        "亩均增加值",
        "万元/亩",
        "推演",
        "规划原文",
        "目标",
        "平湖方案 · 情景：谨慎",
        "来源：附件1，第5行、正文",
        "目标 ≥ 240",
        "2027",
    ] {
        assert!(words.contains(&wanted), "{wanted} in {words:?}");
    }
    let plot = plot.unwrap();
    assert!(plot.top > 28.0 && plot.bottom < 540.0 - 60.0, "{plot:?}");
    for (text, [left, top, right, bottom]) in drawn.boxes() {
        let is_inside = left >= 0.0 && top >= 0.0 && right <= 1920.0 && bottom <= 1080.0;
        assert!(is_inside, "{text}");
    }
}

#[test]
fn a_long_title_is_broken_into_lines() {
    let (sheet, spec) = (sheet(LONG, Lang::En), pinghu(Lang::En));
    let drawing = ChartSheet {
        sheet: &sheet,
        spec: &spec,
        palette: &Palette::DARK,
    };
    let (drawn, _) = Svg::draw((960, 540), |backend| {
        attain::charts::Drawing::draw(&drawing, backend, 1.0).unwrap()
    });
    let boxes = drawn.boxes();
    assert!(
        boxes.iter().all(|(_, area)| area[2] <= 960.0 - 28.0 + 1.0),
        "{boxes:?}"
    );
    let title: Vec<&str> = drawn.words().into_iter().take(2).collect();
    assert!(LONG.starts_with(&title.concat()), "{title:?}");
}

#[test]
fn an_svg_is_well_formed_and_of_the_size_asked_for() {
    let (sheet, spec) = (sheet(LONG, Lang::En), pinghu(Lang::En));
    let drawing = ChartSheet {
        sheet: &sheet,
        spec: &spec,
        palette: &Palette::LIGHT,
    };
    let measured = |font: &str, text: &str| {
        let size = font
            .split("px")
            .next()
            .and_then(|head| head.rsplit(' ').next());
        let size: f64 = size.and_then(|size| size.parse().ok()).unwrap();
        text.chars().count() as f64 * size * 0.6
    };
    let text = svg(&drawing, &sheet.title, (960, 540), &measured).unwrap();
    assert!(text.starts_with("<svg "), "{}", &text[..80]);
    assert!(text.contains(r#"width="960" height="540""#));
    assert!(text.contains("as a whole, &lt; &amp; ></title>"));
    assert_eq!(text.matches("<svg").count(), 1);
    assert_eq!(
        text.matches("<text").count(),
        text.matches("</text>").count()
    );
    assert!(text.trim_end().ends_with("</svg>"));
    // Twelve pixels of the page are 96 of the drawing's, eight to one.
    assert!(text.contains(r#"font-size="96""#), "{text}");
}
