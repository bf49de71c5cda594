//! What a user can do. Only the functions here and in `crate::app::scenarios` and `crate::app::draft` write to the store.

mod observing;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::edition::Edition;
use crate::app::history::{Gesture, History};
use crate::app::inputs::member_id;
use crate::app::keep::{Keeping, Notice};
use crate::app::link::Link;
use crate::app::opened::{Cause, Opened, Refused, Shared};
use crate::app::planner::Planner;
use crate::app::session::{Moves, Page, Pane, PlanRef, Removed, Session, Theme, Work};
use crate::app::store::{Opening, Store};
use crate::engine::index::{AssumptionIdx, MemberIdx, TargetIdx, Year};
use crate::engine::inputs::Setting;
use crate::engine::lang::Lang;
use crate::view::assumption::{self, Spot};
use crate::view::chart_line::Line;
use crate::view::list::Criteria;

/// Opening and closing.
impl Store {
    /// Says that a plan is being fetched.
    pub fn expect(self, plan: PlanRef) {
        self.opening.set(Opening::Loading(plan));
    }

    /// Says that a plan could not be had. What is open stays open.
    pub fn fail(self, plan: PlanRef) {
        self.opening.set(Opening::Failed(plan));
    }

    /// Opens the text of a plan that comes with the product or was open before, with whatever is wrong with it. Says
    /// whether it is open: a text that is no plan leaves what is open as it is.
    pub fn open(self, plan: PlanRef, text: &str) -> bool {
        match (Opened::read(text), &plan) {
            (Ok(opened), _) => {
                self.show(plan, Shared::new(opened));
                return true;
            }
            // What the network gave instead of the plan tells the user nothing.
            (Err(_), PlanRef::Shipped(_)) => self.fail(plan),
            (Err(none), PlanRef::Own(_)) => self.refuse(Refused {
                name: None,
                cause: Cause::NoPlan(none),
            }),
        }
        false
    }

    /// Opens a text the user brings, under the name of its file if it has one. With errors it is put aside to be
    /// looked at, and what is open stays as it is.
    pub fn bring(self, name: Option<String>, text: &str) {
        let cause = match Opened::read(text) {
            Ok(opened) if !opened.has_errors() => {
                self.refused.set(None);
                return self.show(PlanRef::Own(text.into()), Shared::new(opened));
            }
            Ok(opened) => Cause::Faulty(Shared::new(opened)),
            Err(none) => Cause::NoPlan(none),
        };
        self.refuse(Refused { name, cause });
    }

    /// Puts aside what is not opened, for the user to look at.
    pub fn refuse(self, refused: Refused) {
        self.refused.set(Some(Shared::new(refused)));
    }

    /// Opens what was put aside without its faulty parts, if it is a plan.
    pub fn open_anyway(self) {
        let usable = self
            .refused
            .with_untracked(|refused| refused.as_ref()?.usable().cloned());
        if let Some(opened) = usable {
            self.refused.set(None);
            let plan = PlanRef::Own(opened.document.text().into());
            self.show(plan, opened);
        }
    }

    /// Puts away what was put aside.
    pub fn dismiss_refused(self) {
        self.refused.set(None);
    }

    pub(in crate::app) fn show(self, plan: PlanRef, opened: Shared<Opened>) {
        let is_another = self.session.with_untracked(|session| session.plan != plan);
        let before = self
            .opened
            .with_untracked(|opened| opened.as_ref().map(|opened| opened.plan.title.clone()));
        self.opened.set(Some(opened));
        self.opening.set(Opening::Done);
        if is_another {
            let before = before.unwrap_or_default();
            self.history
                .update(|history| self.edit(|session| session.exchange(plan, before, history)));
        }
        self.let_go();
    }

    /// Takes a plan off the list of the user's own, with all that was made of it. Who holds what is returned can put it
    /// back.
    pub fn remove_plan(self, plan: &PlanRef) -> Option<Removed> {
        let mut removed = None;
        self.edit(|session| removed = session.take_off(plan));
        removed
    }

    /// Puts a plan back that was taken off the list.
    pub fn put_plan_back(self, removed: Removed) {
        self.edit(|session| session.put_back(removed));
    }

    /// Says whether a file is dragged over the page.
    pub fn set_dragging(self, is_dragging: bool) {
        if self.dragging.get_untracked() != is_dragging {
            self.dragging.set(is_dragging);
        }
    }
}

/// Keeping.
impl Store {
    /// Says how the keeping stands. What was told about its failing is put away when it works again.
    pub fn set_keeping(self, keeping: Keeping) {
        if self.keeping.get_untracked() != keeping {
            self.keeping.set(keeping);
        }
        if keeping == Keeping::Saved {
            self.forget(Notice::is_failure);
        }
    }

    /// Tells the user something about what is kept; once is enough.
    pub fn tell(self, notice: Notice) {
        if notice.is_failure() {
            self.set_keeping(Keeping::Failed);
        }
        if self
            .notices
            .with_untracked(|notices| !notices.contains(&notice))
        {
            self.notices.update(|notices| notices.push(notice));
        }
    }

    /// Puts a notice away.
    pub fn dismiss(self, notice: &Notice) {
        self.forget(|other| other == notice);
    }

    fn forget(self, is_done: impl Fn(&Notice) -> bool) {
        if self
            .notices
            .with_untracked(|notices| notices.iter().any(&is_done))
        {
            self.notices
                .update(|notices| notices.retain(|notice| !is_done(notice)));
        }
    }
}

/// The look of the page.
impl Store {
    /// Chooses the language of the interface.
    pub fn choose_lang(self, lang: Lang) {
        self.edit(|session| session.lang = Some(lang));
    }

    /// Chooses light or dark, or leaves it to the system.
    pub fn choose_theme(self, theme: Option<Theme>) {
        self.edit(|session| session.theme = theme);
    }

    /// Puts a line of the charts away, or shows it again.
    pub fn toggle_line(self, line: Line) {
        self.edit(|session| {
            let hidden = &mut session.hidden_lines;
            match hidden.iter().position(|other| *other == line) {
                Some(at) => drop(hidden.remove(at)),
                None => hidden.push(line),
            }
        });
    }

    /// Ends the guide of the first visit, or begins it again.
    pub fn set_guided(self, is_guided: bool) {
        self.edit(|session| session.is_guided = is_guided);
    }

    /// Shows what a link to the open plan leads to.
    pub fn follow(self, link: Link) {
        let Link {
            page,
            target,
            scenario,
            ..
        } = link;
        let scenario = scenario.filter(|id| self.knows_scenario(id));
        let is_in_force = self
            .session
            .with_untracked(|session| session.work.scenario == scenario);
        if !is_in_force {
            self.choose_scenario(scenario);
        }
        self.edit(|session| {
            session.view.page = page;
            session.view.target = target;
        });
    }

    /// Whether the plan or the user has a scenario of that id.
    fn knows_scenario(self, id: &str) -> bool {
        let has_plan = |opened: &Option<Shared<Opened>>| {
            let scenarios = opened
                .as_ref()
                .map(|opened| opened.plan.scenarios.as_slice());
            let mut scenarios = scenarios.unwrap_or_default().iter();
            scenarios.any(|scenario| scenario.id.value == id)
        };
        let has_user =
            |session: &Arc<Session>| session.work.scenarios.iter().any(|own| own.id == id);
        self.opened.with_untracked(has_plan) || self.session.with_untracked(has_user)
    }

    /// Chooses what a narrow screen shows.
    pub fn choose_pane(self, pane: Pane) {
        self.edit(|session| session.view.pane = pane);
    }

    /// Brings an assumption into sight.
    pub fn seek(self, assumption: AssumptionIdx) {
        self.choose_pane(Pane::Assumptions);
        self.sought.set(Some(assumption));
    }

    /// Chooses what stands beside the assumptions. On a narrow screen it takes the place of what is in sight.
    pub fn choose_page(self, page: Page) {
        self.edit(|session| {
            session.view.page = page;
            session.view.pane = Pane::Targets;
        });
    }

    /// Changes which targets are listed.
    pub fn choose_list(self, change: impl FnOnce(&mut Criteria)) {
        self.edit(|session| change(&mut session.view.list));
    }

    pub(in crate::app) fn edit(self, change: impl FnOnce(&mut Session)) {
        let before = self.session.get_untracked();
        self.session
            .update(|session| change(Arc::make_mut(session)));
        let now = self.session.get_untracked();
        self.parts().tell(&before, &now);
    }
}

/// Changing the work, with a way back.
impl Store {
    /// Takes the last change of the work back.
    pub fn undo(self) {
        self.travel(History::undo);
    }

    /// Makes the change last taken back again.
    pub fn redo(self) {
        self.travel(History::redo);
    }

    pub(in crate::app) fn travel(
        self,
        step: impl FnOnce(&mut History, &mut Arc<Work>) -> Option<Edition>,
    ) {
        let mut edition = None;
        self.history.update(|history| {
            self.edit(|session| edition = step(history, &mut session.work));
        });
        if let Some(edition) = edition {
            self.turn_to(&edition);
        }
        self.let_go();
    }

    /// Says that a slider or a field is let go of: the next change is a step of its own.
    pub fn let_go(self) {
        self.grip.update_value(|grip| *grip += 1);
        self.settle();
    }

    /// Says that a value stands for now: lists may be sorted anew and counts be read out.
    pub fn settle(self) {
        self.turn.update(|turn| *turn += 1);
        self.set_moving(false);
    }

    fn set_moving(self, is_moving: bool) {
        if self.moving.get_untracked() != is_moving {
            self.moving.set(is_moving);
        }
    }

    pub(in crate::app) fn change(self, gesture: Option<Gesture>, change: impl FnOnce(&mut Work)) {
        let is_step = gesture.is_none();
        let before = self
            .session
            .with_untracked(|session| Arc::clone(&session.work));
        let mut next = (*before).clone();
        change(&mut next);
        if next == *before {
            return;
        }
        self.set_moving(!is_step);
        self.history.update(|history| {
            self.edit(|session| history.change(&mut session.work, Arc::new(next), gesture));
        });
        if is_step {
            self.let_go();
        }
    }
}

/// Moving assumptions.
impl Planner {
    /// Moves one value of an assumption. Changes between two [`Store::let_go`] are one step back.
    pub fn set_value(self, spot: Spot, value: f64) {
        let inputs = self.inputs.get_untracked();
        let setting =
            assumption::with_value(inputs.get(spot.assumption, spot.member), spot.year, value);
        let grip = self.store.grip.get_value();
        self.set_setting(spot, setting, Some(grip));
    }

    /// Gives an assumption values by year, beginning with what it has, or one value again.
    pub fn set_years(self, spot: Spot, years: &[Year]) {
        let Some(setting) = self.setting_by_year(spot, years) else {
            return;
        };
        self.set_setting(spot, setting, None);
    }

    fn setting_by_year(self, spot: Spot, years: &[Year]) -> Option<Setting> {
        let inputs = self.inputs.get_untracked();
        let opened = self.opened.get_untracked();
        let setting = inputs.get(spot.assumption, spot.member)?;
        let path = assumption::path(&opened.model, spot.assumption);
        let at = |year: &Year| (*year, setting.at(*year, path));
        Some(match years {
            [] => Setting::Constant(setting.at(opened.model.period().start, path)),
            years => Setting::ByYear(years.iter().map(at).collect()),
        })
    }

    fn set_setting(self, spot: Spot, setting: Setting, grip: Option<u64>) {
        let opened = self.opened.get_untracked();
        let base = self.base.get_untracked();
        let Some((id, member)) = ids(&opened, spot.assumption, spot.member) else {
            return;
        };
        if self.is_held(id) {
            return;
        }
        let is_base = base.get(spot.assumption, spot.member) == Some(&setting);
        let gesture = grip.map(|grip| Gesture {
            subject: id.to_owned(),
            grip,
        });
        self.store.change(gesture, |work| {
            if is_base {
                work.moves.reset(id, Some(member.unwrap_or(Moves::WHOLE)));
            } else {
                work.moves.set(id, member, setting);
            }
        });
    }

    /// Takes back whatever was moved of an assumption.
    pub fn reset(self, assumption: AssumptionIdx) {
        let opened = self.opened.get_untracked();
        let id = ids(&opened, assumption, None).map(|(id, _)| id);
        if let Some(id) = id.filter(|id| !self.is_held(id)) {
            self.store.change(None, |work| work.moves.reset(id, None));
        }
    }

    /// Holds an assumption where it stands, or lets it be moved again.
    pub fn toggle_lock(self, assumption: AssumptionIdx) {
        let opened = self.opened.get_untracked();
        if let Some((id, _)) = ids(&opened, assumption, None) {
            self.store.change(None, |work| {
                if work.is_locked(id) {
                    work.locked.retain(|locked| locked != id);
                } else {
                    work.locked.push(id.to_owned());
                }
            });
        }
    }

    fn is_held(self, id: &str) -> bool {
        self.work.with_untracked(|work| work.is_locked(id))
    }

    /// Shows the detail of a target.
    pub fn select(self, target: TargetIdx) {
        let opened = self.opened.get_untracked();
        let id = opened
            .plan
            .targets
            .get(target.at())
            .map(|target| target.id.value.clone());
        self.store.edit(|session| {
            session.view.target = id;
            session.view.page = Page::Targets;
            session.view.pane = Pane::Detail;
        });
    }
}

impl Store {
    /// Takes back everything that was moved, except what is locked.
    pub fn reset_all(self) {
        self.change(None, |work| {
            let Work { moves, locked, .. } = work;
            moves.0.retain(|id, _| locked.contains(id));
        });
    }
}

fn ids(
    opened: &Opened,
    assumption: AssumptionIdx,
    member: Option<MemberIdx>,
) -> Option<(&str, Option<&str>)> {
    let id = &opened.plan.assumptions.get(assumption.at())?.id.value;
    let member = member.and_then(|member| member_id(&opened.plan, assumption, member));
    Some((id, member))
}
