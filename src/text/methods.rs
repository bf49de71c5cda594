//! The published attainment methods in words: their names, sources and labels, what their numbers mean, and why one
//! gives no answer.

use super::number::{Precision, with_unit};
use super::words::Words;
use crate::engine::attain::methods::completion::Standing;
use crate::engine::attain::methods::escap::{Outlook, Status as Index};
use crate::engine::attain::methods::open_sdg::Status;
use crate::engine::attain::methods::xiaokang::Degree;
use crate::engine::attain::methods::{
    Agreement, Cuts, Label, Method, Reads, Score, Unassessable, eurostat, unsd,
};
use crate::engine::attain::{Band, Verdict};
use crate::engine::index::Year;
use crate::engine::lang::Lang;

impl Words {
    /// The name of a method.
    pub fn method_name(self, method: Method) -> &'static str {
        let (zh, en) = match method {
            Method::Default => ("本软件的判定", "This planner's verdict"),
            Method::Completion => ("完成率与时间进度", "Completion against elapsed time"),
            Method::Xiaokang => ("小康监测实现程度", "Xiaokang degree of realisation"),
            Method::Eurostat => ("欧盟统计局增速比", "Eurostat growth ratio"),
            Method::OpenSdg => ("Open SDG 进展评分", "Open SDG progress measure"),
            Method::Unsd => ("联合国统计司进展图", "UNSD progress chart"),
            Method::EscapStatus => ("亚太经社会现状指数", "ESCAP current status index"),
            Method::EscapOutlook => ("亚太经社会预期差距", "ESCAP anticipated progress"),
            Method::EscapTrend => ("亚太经社会趋势外推", "ESCAP progress by trend"),
        };
        self.pick(zh, en)
    }

    /// Where a method comes from, and where the cuts between its labels do.
    pub fn method_source(self, method: Method) -> String {
        let (zh, en) = match method {
            Method::Default => (
                "按未取整的数值比较；进度分档沿用联合国统计司 2023 年的 0.95 与 0.10",
                "Unrounded values compared; bands use UNSD's cuts of 2023, 0.95 and 0.10",
            ),
            Method::Completion => (
                "国家发展改革委 2023 年 12 月“十四五”中期评估的用语（财新报道）",
                "Labels of the NDRC mid-term evaluation of December 2023, as reported by Caixin",
            ),
            Method::Xiaokang => (
                "国家统计局《全面建设小康社会统计监测方案》（2008）",
                "National Bureau of Statistics of China, monitoring scheme for Xiaokang (2008)",
            ),
            Method::Eurostat => (
                "欧盟统计局（2021），据加拿大统计局与 Open SDG 的方法说明 progress-methodology.md",
                "Eurostat (2021), as documented by Statistics Canada and Open SDG, progress-methodology.md",
            ),
            Method::OpenSdg => (
                "加拿大统计局与 Open SDG：progress-methodology.md，sdg-build ProgressMeasure.py",
                "Statistics Canada and Open SDG: progress-methodology.md, sdg-build ProgressMeasure.py",
            ),
            Method::Unsd => (
                "联合国统计司进展图技术说明（2023），据巴斯克统计局刊载的文本",
                "UN Statistics Division, Progress Chart Technical Note (2023), as published by Eustat",
            ),
            Method::EscapStatus => (
                "联合国亚太经社会《进展评估方法》，公式据 SDG-MENARO 的程序",
                "UN ESCAP, Progress Assessment Methodology; formula as coded in SDG-MENARO",
            ),
            Method::EscapOutlook => (
                "联合国亚太经社会《进展评估方法》，差距据联合国欧经会技术说明",
                "UN ESCAP, Progress Assessment Methodology; gap as in the UNECE technical notes",
            ),
            Method::EscapTrend => (
                "联合国亚太经社会《进展评估方法》，外推公式据 SDG-MENARO 的程序",
                "UN ESCAP, Progress Assessment Methodology; extrapolation as coded in SDG-MENARO",
            ),
        };
        match self.method_cuts(method) {
            Some(cuts) => format!("{}{}{cuts}", self.pick(zh, en), self.pick("；", "; ")),
            None => self.pick(zh, en).to_owned(),
        }
    }

    fn method_cuts(self, method: Method) -> Option<&'static str> {
        match (method, method.cuts()) {
            (Method::Default, _) | (_, Cuts::Published) => None,
            (_, Cuts::Own) => Some(self.pick(
                "分档 1.1 与 0.9 由本软件设定",
                "cuts 1.1 and 0.9 are this planner's",
            )),
            (_, Cuts::Unconfirmed) => Some(self.pick(
                "分档界值未见可核实的出处",
                "no readable source confirms its cuts",
            )),
        }
    }

    /// What a method reads of a target: which value, of which year.
    pub fn method_reads(self, reads: Reads, year: Year) -> String {
        match (reads, self.0) {
            (Reads::Milestone, Lang::Zh) => format!("{year} 年目标时点的数值"),
            (Reads::Milestone, Lang::En) => format!("value of the milestone, {year}"),
            (Reads::Latest, Lang::Zh) => format!("最近的实际值，{year} 年"),
            (Reads::Latest, Lang::En) => format!("latest observation, {year}"),
            (Reads::History, Lang::Zh) => format!("截至 {year} 年的历年实际值"),
            (Reads::History, Lang::En) => format!("observations up to {year}"),
        }
    }

    /// A label in the method's own words.
    pub fn method_label(self, label: Label) -> &'static str {
        let (zh, en) = match label {
            Label::Default(verdict, band) => return self.verdict(verdict, band),
            Label::Eurostat(label) => match label {
                eurostat::Progress::Significant => ("显著进展", "significant progress"),
                eurostat::Progress::Moderate => ("中等进展", "moderate progress"),
                eurostat::Progress::Insufficient => ("进展不足", "insufficient progress"),
                eurostat::Progress::MovementAway => ("背离目标", "movement away"),
            },
            Label::OpenSdg(label) => match label {
                Status::TargetAchieved => ("目标已实现", "target achieved"),
                Status::OnTrack => ("步入正轨", "on track"),
                Status::AccelerationNeeded => {
                    ("有进展，需加快", "progress made but acceleration needed")
                }
                Status::LimitedProgress => ("进展有限", "limited progress"),
                Status::Deterioration => ("恶化", "deterioration"),
            },
            Label::Unsd(label) => match label {
                unsd::Progress::OnTrackOrMet => ("步入正轨或已实现", "on track or target met"),
                unsd::Progress::Fair => ("进展尚可，需加快", "fair progress, acceleration needed"),
                unsd::Progress::StagnationOrRegression => {
                    ("停滞或倒退", "stagnation or regression")
                }
            },
            Label::EscapStatus(label) => match label {
                Index::Complete => ("所需进展已完成", "needed progress made"),
                Index::Underway => ("进行中", "under way"),
                Index::Regression => ("倒退", "regression"),
            },
            Label::EscapOutlook(label) => match label {
                Outlook::Maintain => ("保持", "maintain"),
                Outlook::Accelerate => ("加快", "accelerate"),
                Outlook::Reverse => ("扭转", "reverse"),
            },
            Label::Completion(label) => match label {
                Standing::Achieved => ("已实现", "achieved"),
                Standing::Faster => ("快于预期", "faster than expected"),
                Standing::InLine => ("基本符合", "in line"),
                Standing::Lagging => ("相对滞后", "lagging"),
            },
            Label::Xiaokang(label) => match label {
                Degree::Full => ("实现", "realised"),
                Degree::Partial => ("未全部实现", "not fully realised"),
            },
        };
        self.pick(zh, en)
    }

    /// The verdict, or the band where it says more.
    fn verdict(self, verdict: Verdict, band: Option<Band>) -> &'static str {
        match (verdict, band) {
            (Verdict::Attained | Verdict::Missed, Some(band)) => self.band(band),
            (Verdict::Attained, None) => self.attained(),
            (Verdict::Missed, None) => self.missed(),
            (Verdict::Undetermined, _) => self.undetermined(),
            (Verdict::Unscored, _) => self.unscored(),
        }
    }

    /// A number behind a label, with its meaning, precise enough to lie on the side of the cuts that the label says.
    pub fn method_score(self, score: Score) -> String {
        match score {
            Score::Share(share) => {
                let share = percent(100.0 * share, &[10.0, 95.0, 100.0]);
                format!("{} {share}", self.pick("进度", "progress"))
            }
            Score::Ratio(ratio) => self.growth_ratio(ratio),
            Score::Rating(rating) => {
                let points = Precision::decimals(2).number(rating.points);
                let points = format!("{} {points}", self.pick("评分", "score"));
                match rating.ratio {
                    Some(ratio) => {
                        let ratio = self.growth_ratio(ratio);
                        format!("{ratio}{}{points}", self.pick("，", ", "))
                    }
                    None => points,
                }
            }
            Score::Index(index) => format!("{} / 10", against(index, &[0.0, 10.0])),
            Score::Gap(gap) => {
                let gap = percent(gap, &[10.0, 100.0]);
                format!("{} {gap}", self.pick("差距", "gap"))
            }
            Score::Done(done) => {
                let completion = percent(100.0 * done.completion, &[100.0 * done.due, 100.0]);
                let due = percent(100.0 * done.due, &[]);
                match self.0 {
                    Lang::Zh => format!("完成率 {completion}，时间进度 {due}"),
                    Lang::En => format!("{completion} done, {due} due"),
                }
            }
            Score::Degree(degree) => {
                let degree = percent(degree, &[100.0]);
                format!("{} {degree}", self.pick("实现程度", "degree"))
            }
        }
    }

    fn growth_ratio(self, ratio: f64) -> String {
        let written = against(ratio, &[0.0, 0.60, 0.95]);
        format!("{} {written}", self.pick("增速比", "ratio"))
    }

    /// Why a method gives no label.
    pub fn method_silence(self, reason: Unassessable) -> &'static str {
        let (zh, en) = match reason {
            Unassessable::NotAQuantity => ("不是数量目标", "not a quantity"),
            Unassessable::Unknown => ("数值或目标值未知", "value or threshold unknown"),
            Unassessable::SeveralYears => (
                "目标跨多个年份，该方法只看一年",
                "holds over several years; the method reads one",
            ),
            Unassessable::Range => ("目标是区间", "the target is a range"),
            Unassessable::NoDirection => (
                "目标不分高低，该方法需要方向",
                "approached from either side; the method needs a direction",
            ),
            Unassessable::GrowthRate => (
                "年增速本身没有增长率",
                "a yearly growth rate has no growth rate of its own",
            ),
            Unassessable::RunningSum => (
                "累计量从零开始，增长率没有意义",
                "a running sum starts from nothing; its growth rate says nothing",
            ),
            Unassessable::NoBase => (
                "目标年之前没有已知数值",
                "no value is known before the target year",
            ),
            Unassessable::NothingObserved => (
                "基期之后还没有实际值",
                "nothing has been observed since the base year",
            ),
            Unassessable::TooFewObservations => ("实际值不足两个", "fewer than two observations"),
            Unassessable::NotAShare => ("只适用于以 % 计的占比", "only for shares in %"),
            Unassessable::OutOfScale => (
                "有实际值不在 0% 与 100% 之间",
                "an observation is not between 0% and 100%",
            ),
            Unassessable::NoTime => ("两个年份之间没有间隔", "no time between the years compared"),
            Unassessable::ZeroBase => ("基期值为零", "the base is zero"),
            Unassessable::ZeroTarget => ("目标值为零", "the target is zero"),
            Unassessable::ZeroValue => ("数值为零", "the value is zero"),
            Unassessable::Negative => ("有负值", "a value is negative"),
            Unassessable::SignChange => ("数值正负不一", "the values change sign"),
            Unassessable::BaseAtTarget => ("基期值等于目标值", "the base is the target"),
            Unassessable::BaseBeyondTarget => (
                "基期已优于目标，只需保持",
                "the base is beyond the target, which is to be kept",
            ),
            Unassessable::NoRoom => ("上下界之间没有余地", "the bounds leave no room"),
            Unassessable::Overflow => ("数值过大", "the numbers are too large"),
        };
        self.pick(zh, en)
    }

    /// What is said in place of a score that is not to be relied on.
    pub fn method_distorted(self) -> &'static str {
        self.pick(
            "该方法以 0.001 代替零，结果失真，不与判定比较",
            "zero replaced by 0.001 as published; distorted, not compared with the verdict",
        )
    }

    /// Whether a method says the same as the verdict.
    pub fn method_agreement(self, agreement: Agreement) -> &'static str {
        let (zh, en) = match agreement {
            Agreement::Agrees => ("一致", "agrees"),
            Agreement::Disagrees => ("不一致", "disagrees"),
            Agreement::Silent => ("不作比较", "not compared"),
        };
        self.pick(zh, en)
    }
}

/// A number with the decimals that keep it apart from the cuts.
fn against(x: f64, cuts: &[f64]) -> String {
    Precision::for_comparison(x, cuts.iter().copied()).number(x)
}

fn percent(x: f64, cuts: &[f64]) -> String {
    with_unit(&against(x, cuts), "%")
}
