//! The words of the interface in both languages: one function per text, so that a missing or misspelt one does not
//! compile. Texts with numbers in them take the numbers already written (see [`super::number`]).
//!
//! No text here decides anything; what is said is chosen by `crate::view`.

mod judgement;
mod phrases;
mod terms;

pub use judgement::Side;

use crate::engine::lang::Lang;

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words(pub Lang);

macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)+) => {
        impl Words {
            $(
                #[doc = $en]
                pub const fn $name(self) -> &'static str {
                    match self.0 {
                        Lang::Zh => $zh,
                        Lang::En => $en,
                    }
                }
            )+
        }
    };
}

// The page.
words! {
    product: "达标", "Attain";
    skip_to_targets: "跳到目标", "Skip to targets";
    undo: "撤销", "Undo";
    redo: "重做", "Redo";
    plans: "规划", "Plans";
    open_plan: "打开规划", "Open a plan";
    download: "下载", "Download";
    download_plan: "下载规划文件（含当前情景）", "Download the plan with this scenario";
    problems: "问题", "Problems";
    switch_language: "Switch to English", "切换为中文";
    theme_system: "外观：跟随系统", "Appearance: as the system";
    theme_light: "外观：浅色", "Appearance: light";
    theme_dark: "外观：深色", "Appearance: dark";
    pane: "页面部分", "Part of the page";
    close: "关闭", "Close";
    back: "返回", "Back";
    saved: "已保存", "Saved";
    saving: "保存中", "Saving";
    not_saved: "未保存", "Not saved";
    loading_plan: "正在载入规划……", "Loading the plan…";
    loading_part: "正在载入……", "Loading…";
    part_missing: "这一部分未能载入。请检查网络后重试；若仍不成，请重新载入页面，已做的工作不会丢失。",
        "This part could not be loaded. Check the connection and try again; if that does not help, reload the page. Your work is kept.";
    retry: "重试", "Try again";
    dismiss: "知道了", "Dismiss";
}

// The guide of the first visit.
words! {
    guide: "快速导览", "Short guide";
    guide_next: "下一步", "Next";
    guide_skip: "跳过", "Skip";
    guide_done: "开始使用", "Start";
    guide_detail: "点选任一目标，这里给出走势、原因和出处。调整只是试算，随时可撤销，也可存为情景或下载带走；按 Ctrl K 可查找一切。",
        "Choose any target and its course, reasons and sources appear here. Nothing you move is final: undo it, keep it as a scenario, or download it. Ctrl K finds everything.";
}

// What is done by keys.
words! {
    find: "查找与命令", "Find and do";
    find_keys: "查找与命令（Ctrl K）", "Find and do (Ctrl K)";
    find_hint: "页面、目标、假设、情景、操作", "Pages, targets, assumptions, scenarios, actions";
    found: "找到的条目", "What was found";
    nothing_found: "没有找到。", "Nothing found.";
    page: "页面", "Page";
    target: "目标", "Target";
    assumption: "假设", "Assumption";
    deed: "操作", "Action";
    reset_all_assumptions: "全部假设复位", "Reset all assumptions";
    keys: "快捷键", "Keyboard shortcuts";
    keys_anywhere: "任何位置", "Anywhere";
    keys_mac: "在 Mac 上用 ⌘ 代替 Ctrl。", "On a Mac, ⌘ takes the place of Ctrl.";
    chart: "图表", "Chart";
    key_close: "关闭窗口", "Close a window";
    key_step: "滑块调一格", "One step of a slider";
    key_steps: "滑块调十格", "Ten steps of a slider";
    key_ends: "滑块到两端", "Ends of a slider";
    key_step_in_field: "数值框加减一格", "One step in a number field";
    key_year: "逐年查看", "From year to year";
    key_cell: "移到相邻单元格", "To the next cell";
    key_enter: "确认并下移", "Keep and go down";
    key_leave: "放弃正在输入的内容", "Drop what is being typed";
}

// The pages beside the assumptions.
words! {
    pages: "页面", "Pages";
    compare_scenarios: "情景对比", "Scenarios";
    compare_explained: "各情景与规划原文相比：假设有何不同，结果有何不同。",
        "What each scenario assumes differently from the plan as written, and what becomes of its targets differently.";
    moved_now: "当前调整", "As moved now";
    choose_scenario: "采用此情景", "Put in force";
    in_force: "当前", "In force";
    differing_assumptions: "不同的假设", "Assumptions that differ";
    differing_outcomes: "不同的结果", "Results that differ";
    no_scenarios: "规划只有一种取值。调整假设后，可另存为情景再作对比。",
        "There is nothing to compare yet. Move an assumption, or keep what is moved as a scenario.";
    member_table: "分项", "Members";
    members_explained: "所选年份各成员的推演值；底色为其目标的判定。",
        "What every member comes to in the chosen year; the shade says how its target fares.";
    whole: "全域", "Whole";
    not_applicable: "不适用", "n/a";
    set_of_members: "集合", "Set";
    report: "报告", "Report";
    print: "打印或存为 PDF", "Print or save as PDF";
    report_explained: "规划在当前情景下的全貌，可直接打印。", "The whole plan as it stands in this scenario, ready for paper.";
    outcome_counts: "达标情况", "What becomes of the targets";
    moved_assumptions: "调整过的假设", "Assumptions that were moved";
    in_plan: "规划取值", "In the plan";
    now: "当前取值", "Now";
    basis_heading: "依据", "Basis";
    total: "合计", "Total";
    judged: "判定", "Verdict";
    course: "走势", "Course";
    data: "数据", "Data";
    data_explained: "填入新的实际值，推演即从它续算；灰色为推演。方向键移动，回车确认，清空即撤回。下载的规划文件带有填入的数值。",
        "Enter what has been observed and the projection goes on from there; grey is projected. Arrow keys move, Enter keeps, an emptied cell is withdrawn. A downloaded plan carries what you enter.";
    data_of: "范围", "Data of";
    forget_entered: "全部撤回", "Take all back";
    plan_check: "规划核查", "Plan check";
    plan_check_explained: "规划文件与自身相互印证：观测值与恒等式、分解与合计、目标与目标。按规划原文推演。",
        "The plan held against itself as it is written: observations against identities, parts against totals, targets against targets.";
    accepted_because: "作者接受：", "The author accepts it:";
    go_to_target: "查看目标", "Go to the target";
    measures: "措施", "Measures";
    measures_explained: "规划安排的任务、责任单位，以及所支撑目标的当前推演结果。",
        "What the plan has done and by whom, and how the targets it serves are projected to fare.";
    by_responsible: "按责任单位", "By responsible unit";
    by_target: "按目标", "By target";
    assigned_to_nobody: "未指明责任单位", "Assigned to nobody";
    serves_no_target: "未对应目标", "Serve no target";
    change_since_written: "与规划原文相比的变化", "Change since the plan as written";
    change_estimated: "调整项较多，各项贡献由随机抽取的调整次序估计。",
        "Many assumptions are moved: the parts are estimated from drawn orders of moving them.";
    methods: "其他方法的判定", "Verdicts of other methods";
    method: "方法", "Method";
    method_says: "结论", "It says";
    method_beside_verdict: "与本判定", "Beside the verdict";
}

// The editor.
words! {
    editor: "编辑", "Editor";
    editor_explained: "规划文件的原文。改动随时存为草稿，应用后才生效；应用可以撤销。",
        "The text of the plan file. Changes are kept as a draft and take effect when you apply them; applying can be undone.";
    mending_explained: "正在修改一份尚未打开的文本。已打开的规划没有改动。",
        "You are mending a text that is not open yet. The plan that is open has not been touched.";
    plan_text: "规划文本", "Text of the plan";
    editor_keys: "Ctrl+空格 补全；Ctrl+] 增加缩进，Ctrl+[ 减少缩进；Tab 键移出文本框。",
        "Ctrl+Space completes; Ctrl+] indents, Ctrl+[ takes it back; Tab leaves the text.";
    apply_draft: "应用", "Apply";
    apply_without_faults: "仍然应用，不用有错的部分", "Apply it anyway, without the faulty parts";
    discard_draft: "放弃改动", "Discard the changes";
    draft_discarded: "已放弃。", "Discarded.";
    open_mended: "打开这份规划", "Open this plan";
    discard_mended: "放弃这份文本", "Discard this text";
    draft_same: "与规划相同，没有改动", "The same as the plan";
    draft_applied: "已应用；按“撤销”回到之前的版本", "Applied; Undo leads back to the version before";
    draft_ready: "可以应用", "Ready to apply";
    mended_ready: "可以打开", "Ready to open";
    draft_result: "改动后的结果", "What it would give";
    plan_now: "当前规划", "Plan now";
    with_draft: "改动后", "With the draft";
    complete: "补全", "Complete";
    choices: "可以写入的内容", "What may be written here";
    no_choices: "这里没有可以补全的内容", "Nothing to complete here";
    no_problems: "没有发现问题。", "No problems found.";
}

// Opening plans.
words! {
    shipped_plans: "内置规划", "Plans that come with Attain";
    your_plans: "你的规划", "Your plans";
    no_shipped_list: "内置规划列表无法载入。", "The list of plans could not be loaded.";
    open_file: "打开文件……", "Open a file…";
    drop_hint: "也可把 JSON 文件拖到页面上，或直接粘贴规划文本。",
        "You can also drop a JSON file on the page, or paste the text of a plan.";
    drop_here: "松开以打开规划", "Drop to open the plan";
    new_plan: "新建规划", "New plan";
    mend_refused: "在编辑器里修改", "Mend it in the editor";
    paste_plan: "粘贴规划文本", "Paste the text of a plan";
    open_pasted: "打开粘贴的文本", "Open the pasted text";
    plan_unavailable: "规划未能载入", "The plan could not be loaded";
    plan_unavailable_help: "请检查网络后重试，或打开自己的规划文件。",
        "Check the connection and try again, or open a plan file of your own.";
    plan_refused: "这份文件不能打开", "This file cannot be opened";
    plan_faulty: "这份规划有错误，尚未打开", "This plan has errors and is not open yet";
    plan_kept: "已打开的规划没有改动。", "The plan that is open has not been touched.";
    open_anyway: "仍然打开，不用有错的部分", "Open it anyway, without the faulty parts";
    open_anyway_help: "有错的部分和依赖它们的目标显示为待定，其余照常推演。",
        "The faulty parts, and targets that depend on them, will be undetermined; the rest is projected as usual.";
    untitled: "未命名规划", "Untitled plan";
}

// Assumptions.
words! {
    assumptions: "假设", "Assumptions";
    scenario: "情景", "Scenario";
    as_written: "规划原文", "As written";
    current_scenario: "当前调整", "Current moves";
    save_scenario: "另存为情景", "Save as a scenario";
    new_scenario: "新建情景", "New scenario";
    copy_scenario: "复制情景", "Copy this scenario";
    update_scenario: "存入此情景", "Save to this one";
    edit_scenario: "编辑此情景", "Edit this scenario";
    scenario_name: "情景名称", "Name of the scenario";
    scenario_reason: "理由", "Reason";
    scenario_author: "作者", "Author";
    scenario_date: "日期", "Date";
    scenario_name_taken: "已有同名的情景，请换一个名称。", "Another scenario has this name. Choose a different one.";
    save: "保存", "Save";
    cancel: "取消", "Cancel";
    delete_scenario: "删除此情景", "Delete this scenario";
    nothing_moved: "尚未调整", "Nothing moved";
    moved_list: "已调整的假设", "Moved assumptions";
    becomes: "变为", "becomes";
    reset_all: "全部复位", "Reset all";
    locked: "已锁定", "locked";
    lock_explained: "锁定后不能移动，“全部复位”也不改变它；换用其他情景仍取该情景的数值。",
        "Locked, it cannot be moved, and “Reset all” leaves it alone. Another scenario still brings its own value.";
    other_assumptions: "其他", "Other";
    enter_value: "待填", "enter";
    value: "数值", "Value";
    year: "年份", "Year";
    member: "成员", "Member";
    one_value: "改为同一数值", "One value for all years";
    by_year: "逐年设定", "Set by year";
    path_help: "上下拖动各点，或用方向键调整；按“＋”增加年份。",
        "Drag the points up and down or use the arrow keys; + adds a year.";
    about_assumption: "依据与说明", "What it rests on";
    derivation: "取值依据", "How it was obtained";
    plan_value: "规划取值", "Value in the plan";
    range: "范围", "Range";
    sources: "出处", "Sources";
    note: "备注", "Note";
    not_a_number: "请输入数字", "Please enter a number";
    no_assumptions: "这份规划没有可调的假设。", "This plan has no assumptions to move.";
}

// Targets.
words! {
    targets: "目标", "Targets";
    attained: "达标", "Attained";
    near: "接近", "Near";
    missed: "未达标", "Missed";
    undetermined: "待定", "Undetermined";
    unscored: "不计分", "Not scored";
    all_years: "全部年份", "All years";
    milestone: "考核年份", "Milestone";
    search: "搜索目标", "Search targets";
    order: "排序", "Order";
    order_plan: "规划顺序", "As in the plan";
    order_worst: "先看未达标", "Worst first";
    kind_of_target: "约束力", "How binding";
    all_kinds: "全部性质", "All kinds";
    grouping: "分组", "Grouping";
    grouped: "按组", "In groups";
    ungrouped: "不分组", "No groups";
    no_match: "没有符合条件的目标。", "No target matches.";
    show_all: "显示全部", "Show all";
    no_targets: "这份规划没有可评定的目标。", "This plan has no targets to judge.";
    same_as_written: "与规划原文相同", "same as written";
    filter_hint: "只看这一类", "Show only these";
}

// The detail of a target.
words! {
    detail: "目标详情", "Target";
    choose_target: "选择一个目标，查看走势、原因和出处。",
        "Choose a target to see its course, its reasons and its sources.";
    required: "要求", "Required";
    projected: "推演值", "Projected";
    margin: "差距", "Margin";
    progress: "进度", "Progress";
    first_attained: "首次达到", "First reached";
    first_breach: "首次不达标", "First missed";
    never_on_axis: "推演期内未达到", "Not within the years projected";
    pace_required: "所需年均", "Pace needed";
    pace_projected: "推演年均", "Pace projected";
    stretch: "力争线", "Stretch line";
    completion: "实际完成", "Completed so far";
    final_verdict: "已是实际值，结论不再变动。", "Observed already: the verdict is final.";
    rests_on_plan: "推演依据规划自身目标倒推的假设，达标属循环论证。",
        "Rests on assumptions implied by the plan's own targets: reaching it is circular.";
    rests_on_placeholder: "推演依据占位数值，请填入更可靠的数据。",
        "Rests on placeholder figures: enter better ones where you can.";
    why_undetermined: "为什么待定", "Why it is undetermined";
    responsible: "责任单位", "Responsible";
    formula: "算式", "Formula";
    source_text: "原文", "In the document";
    data_table: "数据表", "Data table";
    baseline: "规划原文", "As written";
    observed: "实际值", "Observed";
    projection: "推演", "Projection";
    required_value: "目标", "Target";
    members: "各成员", "By member";
    name: "名称", "Name";
    go_to_assumption: "去填写", "Enter it";
    unknown: "未知", "unknown";
    nothing_to_draw: "没有可以逐年绘制的数值", "There are no yearly values to draw";
    chart_help: "用左右方向键逐年查看", "Arrow keys move from year to year";
    chart_lines: "图中的线", "Lines of the chart";
    all_hidden: "全部已隐藏", "All are hidden";
    fan: "P10–P90 区间", "P10–P90 range";
    how_likely: "把握有多大", "How likely";
    nothing_uncertain: "影响这项目标的假设都没有注明不确定性，无从估计概率。",
        "None of the assumptions it depends on says how uncertain it is, so there is no probability to tell.";
    draws_explained: "除规划注明相关的以外，各假设相互独立抽取，同一次抽取用于所有年份；调整假设时，其分布随之平移。概率以这些假设为前提。",
        "Assumptions are drawn once for all years, independently unless the plan states a correlation; one that is moved takes its distribution along. The probability is one given these assumptions.";
    tenth_below: "P10（一成低于此值）", "P10 (a tenth lie below)";
    half_below: "P50（中位数）", "P50 (the median)";
    nine_tenths_below: "P90（九成低于此值）", "P90 (nine tenths lie below)";
    download_chart: "下载图表", "Download the chart";
    chart_ground: "底色", "Background";
    white_ground: "白底", "White";
    page_ground: "同页面", "As on the page";
    as_png: "PNG 图片", "PNG image";
    as_svg: "SVG 矢量图", "SVG drawing";
}

// Where a number comes from.
words! {
    how_it_comes: "怎么来的", "How it comes about";
    way_here: "由此追溯", "The way here";
    with_numbers: "代入数值", "With the numbers";
    formula_inputs: "用到的数值", "What it is computed from";
    interpolated: "插值", "Interpolated";
    between_years: "插值方式", "Interpolated by";
    edition: "统计口径", "Edition";
    assumption_moved: "假设（不同于规划原文）", "Assumption, not as written";
    basis_label: "依据", "Basis";
    awaited_from: "待填", "Awaited";
    bindingness: "性质", "Kind";
    no_number: "算式在这一年得不出数（如除数为零）。",
        "The formula gives no number in this year, as in a division by zero.";
    and: "且", "and";
    or: "或", "or";
    not: "非", "not";
}

// What matters most.
words! {
    what_matters: "哪些假设影响最大", "Which assumptions matter most";
    what_matters_explained: "每次只动一项假设，取其区间两端，其余不变，看本目标的数值到哪里。",
        "Each assumption alone at both ends, all else as it is: where it takes the value of this target.";
    nothing_matters: "没有可调的假设影响这一数值。", "No assumption that can be moved has an effect on this value.";
    options: "可选值", "options";
    tenth_to_ninetieth: "第10–90百分位", "10th to 90th percentile";
    at_low_end: "取低端", "At the low end";
    at_high_end: "取高端", "At the high end";
    present_value: "当前", "Now";
}

// Keeping.
words! {
    storage_missing: "浏览器不允许保存，关闭页面后改动会丢失。请下载规划文件。",
        "This browser does not let the page save. What you change is lost when it closes: download the plan.";
    storage_full: "浏览器的存储空间已满，最近的改动没有保存。请下载规划文件。",
        "The browser's storage is full and the latest changes are not saved. Download the plan.";
    storage_corrupt: "以前保存的内容已损坏，无法恢复。原文仍在，可以下载。",
        "What was saved earlier is damaged and could not be restored. Its text is still there to be downloaded.";
    storage_newer: "保存的内容来自更新版本的达标，本页不会覆盖它。请更新后再打开，或下载规划文件。",
        "What is saved comes from a newer Attain and will not be overwritten. Reload for the new version, or download.";
    storage_elsewhere: "另一个标签页刚刚改动了这份工作。继续在此编辑会覆盖它；重新载入可取得那边的改动。",
        "Another tab has just changed this work. Going on here overwrites it; reload to have those changes.";
    reload: "重新载入", "Reload";
    download_saved: "下载保存的内容", "Download what was saved";
    delete_saved: "不再需要，删除", "Delete it";
}

impl Words {
    pub(in crate::text) fn pick<T>(self, zh: T, en: T) -> T {
        match self.0 {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
