//! A reader's way through a guide, as its address carries it: `5f3a09c2.1n.2n.4y`, the mark of the plan before the steps.

use std::fmt;

use super::{Ending, Leads, Outcome, Plan};

/// The most steps of a walk. Whoever goes in a circle for so long is led to ask.
pub const MOST_TAKEN: usize = 50;

/// The steps that a reader has taken, each with how it ended, and where that leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    mark: String,
    taken: Vec<(usize, Outcome)>,
    at: Leads,
}

impl Walk {
    /// A walk that begins.
    pub fn start() -> Self {
        Self {
            mark: String::new(),
            taken: Vec::new(),
            at: Leads::Step(0),
        }
    }

    /// Reads a walk from an address; nothing when it is none of this plan, as when the guide was changed meanwhile.
    pub fn parse(text: &str, plan: &Plan) -> Option<Self> {
        let mut walk = Self::start();
        if text.is_empty() {
            return Some(walk);
        }
        let (_, steps) = text.split_once('.').filter(|(mark, _)| *mark == plan.mark())?;
        for part in steps.split('.') {
            let (number, outcome) = match (part.strip_suffix('y'), part.strip_suffix('n')) {
                (Some(number), _) => (number, Outcome::Worked),
                (_, Some(number)) => (number, Outcome::DidNot),
                _ => return None,
            };
            let is_here = walk.place().is_some_and(|at| number == (at + 1).to_string());
            walk = walk.then(plan, outcome).filter(|_| is_here)?;
        }
        Some(walk)
    }

    /// Where the walk stands.
    pub fn at(&self) -> Leads {
        self.at
    }

    /// The place of the step at which it stands, unless it has ended.
    pub fn place(&self) -> Option<usize> {
        match self.at {
            Leads::Step(at) => Some(at),
            Leads::End(_) => None,
        }
    }

    /// The steps behind, by their places, each with how it ended.
    pub fn taken(&self) -> &[(usize, Outcome)] {
        &self.taken
    }

    /// The walk when the present step ends so; none behind an ending.
    pub fn then(&self, plan: &Plan, outcome: Outcome) -> Option<Self> {
        let place = self.place()?;
        let mut taken = self.taken.clone();
        taken.push((place, outcome));
        let at = match plan.leads(place, outcome)? {
            Leads::Step(_) if taken.len() >= MOST_TAKEN => Leads::End(Ending::Ask),
            leads => leads,
        };
        let mark = plan.mark().to_owned();
        Some(Self { mark, taken, at })
    }

    /// The walk as it was before its step of this number, from 0.
    pub fn before(&self, number: usize) -> Self {
        let at = self.taken.get(number).map_or(self.at, |(place, _)| Leads::Step(*place));
        Self {
            mark: if number == 0 { String::new() } else { self.mark.clone() },
            taken: self.taken.iter().take(number).copied().collect(),
            at,
        }
    }
}

impl fmt::Display for Walk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.taken.is_empty() {
            f.write_str(&self.mark)?;
        }
        for (place, outcome) in &self.taken {
            let sign = match outcome {
                Outcome::Worked => 'y',
                Outcome::DidNot => 'n',
            };
            write!(f, ".{}{sign}", place + 1)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::{Exit, Said};

    fn plan() -> Plan {
        let step = |name: &str, lines: &[&str]| Said {
            name: name.to_owned(),
            exits: lines.iter().filter_map(|line| Exit::read(line)).collect(),
        };
        Plan::of(&[
            step("A", &["It did not: C"]),
            step("B", &[]),
            step("C", &["It worked: B", "It did not: A"]),
        ])
        .unwrap()
    }

    /// The steps of a walk behind the mark of their plan.
    fn marked(plan: &Plan, steps: &str) -> String {
        match steps {
            "" => String::new(),
            steps => format!("{}.{steps}", plan.mark()),
        }
    }

    #[test]
    fn a_walk_is_read_back_from_its_address() {
        let plan = plan();
        for (text, at) in [
            ("", Leads::Step(0)),
            ("1n", Leads::Step(2)),
            ("1n.3y", Leads::Step(1)),
            ("1n.3n.1y", Leads::End(Ending::Solved)),
            ("1n.3y.2n", Leads::Step(2)),
        ] {
            let text = marked(&plan, text);
            let walk = Walk::parse(&text, &plan).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((walk.to_string(), walk.at()), (text, at));
        }
        let walk = Walk::parse(&marked(&plan, "1n.3y.2n"), &plan).unwrap();
        assert_eq!(walk.before(1).to_string(), marked(&plan, "1n"));
        assert_eq!(walk.before(0), Walk::parse("", &plan).unwrap());
        assert_eq!(walk.before(1).at(), Leads::Step(2));
        assert_eq!(walk.before(3), walk);
    }

    #[test]
    fn what_is_no_walk_of_this_plan_is_refused() {
        let plan = plan();
        for text in [
            "x", "1", "n", "1x", "2n", "01n", "+1n", "1n.", ".1n", "1n.2n", "1y.2n", "1n,3n", "9n", "1n.3é", "1nn",
        ] {
            assert_eq!(Walk::parse(&marked(&plan, text), &plan), None, "{text}");
            assert_eq!(Walk::parse(text, &plan), None, "{text}");
        }
        let long = marked(&plan, &vec!["1n.3n"; 2_000].join("."));
        assert_eq!(Walk::parse(&long, &plan), None);
    }

    #[test]
    fn a_walk_of_other_steps_is_none_of_these() {
        let step = |name: &str| Said {
            name: name.to_owned(),
            exits: Vec::new(),
        };
        let (before, after) = ([step("A"), step("B")], [step("C"), step("A")]);
        let [before, after] = [Plan::of(&before).unwrap(), Plan::of(&after).unwrap()];
        let walk = Walk::start().then(&before, Outcome::DidNot).unwrap();
        assert_eq!(Walk::parse(&walk.to_string(), &after), None);
    }

    #[test]
    fn a_circle_ends_where_somebody_asks() {
        let plan = plan();
        let mut walk = Walk::start();
        while let Some(next) = walk.then(&plan, Outcome::DidNot) {
            walk = next;
        }
        assert_eq!((walk.taken().len(), walk.at()), (MOST_TAKEN, Leads::End(Ending::Ask)));
        assert_eq!(Walk::parse(&walk.to_string(), &plan), Some(walk));
    }
}
