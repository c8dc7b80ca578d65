//! Who was still waiting when: what was observed, put in order and counted.

/// One thing that was watched: for how long, and whether what was waited for came at the end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Observation {
    seconds: i64,
    is_event: bool,
    weight: u32,
}

impl Observation {
    /// What was waited for came after this many seconds; `None` when that is less than nothing.
    pub fn event(seconds: i64) -> Option<Self> {
        Self::new(seconds, true)
    }

    /// What was waited for had not come when watching ended, after this many seconds; `None` when that is less than nothing.
    pub fn censored(seconds: i64) -> Option<Self> {
        Self::new(seconds, false)
    }

    fn new(seconds: i64, is_event: bool) -> Option<Self> {
        (seconds >= 0).then_some(Self {
            seconds,
            is_event,
            weight: 1,
        })
    }

    /// The same, counted this many times, as for each person who has the question; not at all when that is 0.
    ///
    /// Shares and medians are then those of people. Intervals know that the people of one question wait together; the log-rank
    /// test does not, and finds differences too easily.
    #[must_use]
    pub fn counted(self, weight: u32) -> Self {
        Self { weight, ..self }
    }
}

/// What happened at one point in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    /// How long after the beginning, in seconds.
    pub seconds: i64,
    /// How many were watched until then, and were still waiting just before.
    pub at_risk: u64,
    /// For how many what they waited for came then.
    pub events: u64,
    /// How many were watched no longer.
    pub censored: u64,
    /// The squares of how often each counts of those for whom it came, added up; and of those watched no longer.
    pub(super) squares: (f64, f64),
}

/// All that was observed, one row for each time at which something happened, the earliest first.
///
/// What is censored at the time of an event was still at risk then (Kaplan and Meier, 1958).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LifeTable {
    rows: Vec<Row>,
}

impl LifeTable {
    /// Puts observations in order: one sort and one pass.
    pub fn of(observations: impl IntoIterator<Item = Observation>) -> Self {
        let mut sorted: Vec<Observation> = observations.into_iter().filter(|one| one.weight > 0).collect();
        sorted.sort_unstable_by_key(|one| one.seconds);
        let mut at_risk = sorted.iter().map(|one| u64::from(one.weight)).sum();
        let mut rows = Vec::new();
        for together in sorted.chunk_by(|one, next| one.seconds == next.seconds) {
            let row = row_of(together, at_risk);
            at_risk -= row.events + row.censored;
            rows.push(row);
        }
        Self { rows }
    }

    /// The rows, the earliest first.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many were observed at all.
    pub fn count(&self) -> u64 {
        self.rows.first().map_or(0, |row| row.at_risk)
    }

    /// For how many of them what they waited for came.
    pub fn events(&self) -> u64 {
        self.rows.iter().map(|row| row.events).sum()
    }

    /// How many were watched for at least this many seconds and were still waiting just before.
    pub fn at_risk(&self, seconds: i64) -> u64 {
        let after = self.rows.partition_point(|row| row.seconds < seconds);
        self.rows.get(after).map_or(0, |row| row.at_risk)
    }

    /// How long the longest of them was watched, in seconds; `None` when there are none.
    pub fn observed_until(&self) -> Option<i64> {
        self.rows.last().map(|row| row.seconds)
    }
}

/// The row of observations that end at the same time.
fn row_of(together: &[Observation], at_risk: u64) -> Row {
    let mut row = Row {
        seconds: together.first().map_or(0, |one| one.seconds),
        at_risk,
        events: 0,
        censored: 0,
        squares: (0.0, 0.0),
    };
    for one in together {
        let square = f64::from(one.weight).powi(2);
        if one.is_event {
            row.events += u64::from(one.weight);
            row.squares.0 += square;
        } else {
            row.censored += u64::from(one.weight);
            row.squares.1 += square;
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(seconds: i64) -> Observation {
        Observation::event(seconds).unwrap()
    }

    fn censored(seconds: i64) -> Observation {
        Observation::censored(seconds).unwrap()
    }

    #[test]
    fn what_ends_together_stands_in_one_row() {
        let table = LifeTable::of([censored(5), event(5), event(2), event(5), censored(9)]);
        let row = |seconds, at_risk, events: u32, censored: u32| Row {
            seconds,
            at_risk,
            events: events.into(),
            censored: censored.into(),
            squares: (events.into(), censored.into()),
        };
        assert_eq!(table.rows(), [row(2, 5, 1, 0), row(5, 4, 2, 1), row(9, 1, 0, 1)]);
        assert_eq!((table.count(), table.events(), table.observed_until()), (5, 3, Some(9)));
        let at_risk: Vec<_> = [0, 2, 3, 5, 6, 9, 10]
            .into_iter()
            .map(|seconds| table.at_risk(seconds))
            .collect();
        assert_eq!(at_risk, [5, 5, 4, 4, 1, 1, 0]);
    }

    #[test]
    fn counting_is_like_repeating() {
        let counted = LifeTable::of([event(3).counted(2), censored(4).counted(3), event(1).counted(0)]);
        let repeated = LifeTable::of([event(3), event(3), censored(4), censored(4), censored(4)]);
        let counts = |table: &LifeTable| {
            let rows = table.rows().iter();
            rows.map(|row| (row.seconds, row.at_risk, row.events, row.censored))
                .collect::<Vec<_>>()
        };
        assert_eq!(counts(&counted), counts(&repeated));
        assert_eq!(
            counted.rows().iter().map(|row| row.squares).collect::<Vec<_>>(),
            [(4.0, 0.0), (0.0, 9.0)]
        );
    }

    #[test]
    fn nothing_and_less_than_nothing_are_no_rows() {
        assert_eq!(LifeTable::of([]).observed_until(), None);
        assert_eq!(LifeTable::of([event(1).counted(0)]), LifeTable::default());
        assert_eq!(Observation::event(-1), None);
        assert_eq!(Observation::censored(i64::MIN), None);
        assert_eq!(LifeTable::of([event(i64::MAX), event(0)]).count(), 2);
    }
}
