//! Where each step of a guide leads, as far as that is a guide at all.

use sha2::{Digest, Sha256};

use super::wording::{Exit, ending, is_next};
use super::{Ending, Leads, Outcome};
use crate::domain::problem::{Fault, Problems};
use crate::domain::slug::slug;

/// The most steps of a guide.
pub const MOST_STEPS: usize = 40;

/// A step as it is written: its name and the lines at its end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The words of its heading.
    pub name: String,
    /// Where it says that it leads.
    pub exits: Vec<Exit>,
}

/// A step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub name: String,
    worked: Leads,
    did_not: Leads,
}

/// The steps of a guide: every one is reached from the first, and from every one an ending is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    steps: Vec<Step>,
    mark: String,
}

impl Plan {
    /// Makes a plan of steps as they are written.
    ///
    /// What a step does not say: that it worked solves the problem, that it did not leads to the next step, and after the last
    /// one to asking. The figure of a problem is the number of the step, from 1.
    pub fn of(said: &[Said]) -> Result<Self, Problems> {
        let mut problems = Problems::none();
        if said.is_empty() {
            problems.add("body", "problem-guide-no-step");
        }
        if said.len() > MOST_STEPS {
            let many = Fault::with_limit("problem-guide-steps-many", MOST_STEPS as i64);
            problems.keep::<()>("body", Err(many));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        name_problems(said, &mut problems);
        let steps = said.iter().enumerate().map(|(at, step)| Step {
            name: step.name.clone(),
            worked: lead(said, at, Outcome::Worked, &mut problems),
            did_not: lead(said, at, Outcome::DidNot, &mut problems),
        });
        let steps: Vec<Step> = steps.collect();
        let plan = Self {
            mark: mark_of(&steps),
            steps,
        };
        // Ways that lead nowhere hide what can be reached.
        if problems.is_empty() {
            plan.way_problems(&mut problems);
        }
        if problems.is_empty() { Ok(plan) } else { Err(problems) }
    }

    /// The steps, as they are written.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// By what a plan is told from the same guide's plan of another day, when other steps had these numbers.
    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// The name of the step at a place.
    pub fn name(&self, at: usize) -> &str {
        self.steps.get(at).map_or("", |step| step.name.as_str())
    }

    /// Where the step at a place leads; there is none behind the last.
    pub fn leads(&self, at: usize, outcome: Outcome) -> Option<Leads> {
        self.steps.get(at).map(|step| step.leads(outcome))
    }

    /// How many left each step without an answer, by the answers that were given (worked, did not): those who were led to it
    /// less those who answered there. Who looks at the first step only is not known.
    pub fn left(&self, answers: &[(i64, i64)]) -> Vec<Option<i64>> {
        let of = |at: usize| answers.get(at).copied().unwrap_or_default();
        let led_to = |at: usize| {
            let steps = self.steps.iter().enumerate();
            let led = steps.map(|(from, step)| {
                let (worked, did_not) = of(from);
                let by = |leads: Leads, count: i64| if leads == Leads::Step(at) { count } else { 0 };
                by(step.worked, worked) + by(step.did_not, did_not)
            });
            led.sum::<i64>()
        };
        let left = |at: usize| led_to(at) - of(at).0 - of(at).1;
        (0..self.steps.len())
            .map(|at| (at > 0).then(|| left(at).max(0)))
            .collect()
    }

    fn way_problems(&self, problems: &mut Problems) {
        let reached = self.reached();
        let ending = self.ending();
        for (at, number) in (0..self.steps.len()).zip(1_i64..) {
            if !reached.contains(&at) {
                problems.keep::<()>("body", Err(Fault::with_limit("problem-guide-step-unreached", number)));
            } else if !ending.contains(&at) {
                problems.keep::<()>("body", Err(Fault::with_limit("problem-guide-step-endless", number)));
            }
        }
    }

    /// The places that somebody who begins at the first step may come to.
    fn reached(&self) -> Vec<usize> {
        let mut reached = vec![0];
        let mut seen = 0;
        while let Some(step) = reached.get(seen).and_then(|at| self.steps.get(*at)) {
            for leads in [step.worked, step.did_not] {
                if let Leads::Step(to) = leads
                    && !reached.contains(&to)
                {
                    reached.push(to);
                }
            }
            seen += 1;
        }
        reached
    }

    /// The places from which some way ends.
    fn ending(&self) -> Vec<usize> {
        let mut ending: Vec<usize> = Vec::new();
        loop {
            let ends = |leads: Leads| match leads {
                Leads::End(_) => true,
                Leads::Step(to) => ending.contains(&to),
            };
            let steps = self.steps.iter().enumerate();
            let more: Vec<usize> = steps
                .filter(|(at, step)| !ending.contains(at) && (ends(step.worked) || ends(step.did_not)))
                .map(|(at, _)| at)
                .collect();
            if more.is_empty() {
                return ending;
            }
            ending.extend(more);
        }
    }
}

impl Step {
    /// Where it leads.
    pub fn leads(&self, outcome: Outcome) -> Leads {
        match outcome {
            Outcome::Worked => self.worked,
            Outcome::DidNot => self.did_not,
        }
    }
}

/// Eight signs of the names of the steps and of where they lead.
fn mark_of(steps: &[Step]) -> String {
    let digest = Sha256::digest(format!("{steps:?}"));
    digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

/// Steps without a name, of the name of another, or of a name that means something else in a line.
fn name_problems(said: &[Said], problems: &mut Problems) {
    for (step, number) in said.iter().zip(1_i64..) {
        let before = said.iter().zip(1..number);
        let key = if step.name.trim().is_empty() {
            "problem-guide-step-unnamed"
        } else if ending(&step.name).is_some() || is_next(&step.name) {
            "problem-guide-step-reserved"
        } else if before.clone().any(|(other, _)| slug(&other.name) == slug(&step.name)) {
            "problem-guide-step-twice"
        } else {
            continue;
        };
        problems.keep::<()>("body", Err(Fault::with_limit(key, number)));
    }
}

/// Where a step leads by what it says, else by itself.
fn lead(said: &[Said], at: usize, outcome: Outcome, problems: &mut Problems) -> Leads {
    let next = if at + 1 < said.len() {
        Leads::Step(at + 1)
    } else {
        Leads::End(Ending::Ask)
    };
    let exits = said.get(at).map_or(&[][..], |step| step.exits.as_slice());
    let mut named = exits.iter().filter(|exit| exit.outcome == outcome);
    let Some(exit) = named.next() else {
        return match outcome {
            Outcome::Worked => Leads::End(Ending::Solved),
            Outcome::DidNot => next,
        };
    };
    let number = i64::try_from(at).unwrap_or_default() + 1;
    if named.next().is_some() {
        problems.keep::<()>("body", Err(Fault::with_limit("problem-guide-exit-twice", number)));
    }
    if let Some(ending) = ending(&exit.to) {
        return Leads::End(ending);
    }
    if is_next(&exit.to) {
        return next;
    }
    match place(said, &exit.to) {
        Some(to) => Leads::Step(to),
        None => {
            let key = match outcome {
                Outcome::Worked => "problem-guide-worked-unknown",
                Outcome::DidNot => "problem-guide-not-unknown",
            };
            problems.keep::<()>("body", Err(Fault::with_limit(key, number)));
            next
        }
    }
}

/// The place of the step with this name; the number before a name may be left out.
fn place(said: &[Said], name: &str) -> Option<usize> {
    let wanted = slug(name);
    let whole = said.iter().position(|step| slug(&step.name) == wanted);
    whole.or_else(|| said.iter().position(|step| unnumbered(&slug(&step.name)) == wanted))
}

fn unnumbered(slug: &str) -> &str {
    slug.trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start_matches('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(name: &str, lines: &[&str]) -> Said {
        Said {
            name: name.to_owned(),
            exits: lines.iter().map(|line| Exit::read(line).unwrap()).collect(),
        }
    }

    fn problems(said: &[Said]) -> Vec<(&'static str, Option<i64>)> {
        let problems = Plan::of(said).unwrap_err();
        assert!(problems.iter().all(|problem| problem.field == "body"));
        problems.iter().map(|problem| (problem.key, problem.limit)).collect()
    }

    #[test]
    fn steps_that_say_nothing_lead_from_one_to_the_next() {
        let plan = Plan::of(&[step("Look", &[]), step("Restart", &[])]).unwrap();
        let leads = |at, outcome| plan.leads(at, outcome);
        assert_eq!(leads(0, Outcome::Worked), Some(Leads::End(Ending::Solved)));
        assert_eq!(leads(0, Outcome::DidNot), Some(Leads::Step(1)));
        assert_eq!(leads(1, Outcome::DidNot), Some(Leads::End(Ending::Ask)));
        assert_eq!(leads(2, Outcome::DidNot), None);
    }

    #[test]
    fn lines_lead_to_steps_by_their_names_and_out() {
        let plan = Plan::of(&[
            step("1. Is it on?", &["It worked: restart THE hub", "It did not: contact"]),
            step("Restart the hub", &["It did not: Is it on", "It worked: next"]),
            step("3. Wait", &[]),
        ])
        .unwrap();
        assert_eq!(plan.leads(0, Outcome::Worked), Some(Leads::Step(1)));
        assert_eq!(plan.leads(0, Outcome::DidNot), Some(Leads::End(Ending::Contact)));
        assert_eq!(plan.leads(1, Outcome::DidNot), Some(Leads::Step(0)));
        assert_eq!(plan.leads(1, Outcome::Worked), Some(Leads::Step(2)));
    }

    #[test]
    fn what_is_no_guide_says_which_step_is_wrong() {
        assert_eq!(problems(&[]), [("problem-guide-no-step", None)]);
        let many: Vec<Said> = (0..=MOST_STEPS).map(|n| step(&format!("S{n}"), &[])).collect();
        assert_eq!(problems(&many), [("problem-guide-steps-many", Some(40))]);
        let names = [step("A", &[]), step(" ", &[]), step("a!", &[]), step("Solved", &[])];
        assert_eq!(
            problems(&names),
            [
                ("problem-guide-step-unnamed", Some(2)),
                ("problem-guide-step-twice", Some(3)),
                ("problem-guide-step-reserved", Some(4)),
            ]
        );
        let lines = ["It worked: B", "It did not: C", "It did not: ask"];
        assert_eq!(
            problems(&[step("A", &lines)]),
            [
                ("problem-guide-worked-unknown", Some(1)),
                ("problem-guide-exit-twice", Some(1)),
                ("problem-guide-not-unknown", Some(1)),
            ]
        );
    }

    #[test]
    fn every_step_is_reached_and_every_one_has_a_way_out() {
        let aside = [step("A", &["It did not: ask"]), step("B", &[])];
        assert_eq!(problems(&aside), [("problem-guide-step-unreached", Some(2))]);
        let around = [
            step("A", &["It did not: B"]),
            step("B", &["It worked: C", "It did not: C"]),
            step("C", &["It worked: B", "It did not: B"]),
        ];
        assert_eq!(
            problems(&around),
            [
                ("problem-guide-step-endless", Some(2)),
                ("problem-guide-step-endless", Some(3))
            ]
        );
    }

    #[test]
    fn who_was_led_to_a_step_and_gave_no_answer_left_there() {
        let plan = Plan::of(&[step("A", &[]), step("B", &[]), step("C", &["It did not: B"])]).unwrap();
        assert_eq!(plan.left(&[(3, 10), (2, 5)]), [None, Some(3), Some(5)]);
        assert_eq!(plan.left(&[(0, 1), (9, 9), (0, 9)]), [None, Some(0), Some(0)]);
    }
}
