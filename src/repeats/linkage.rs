//! Groups of what is alike, so that no chain of near-misses joins strangers.
//!
//! Average linkage (UPGMA, Sokal and Michener 1958): each question begins alone, and the two groups whose members are most
//! alike *on average* become one, until no two are alike enough. What people decided comes first: what they called the same is
//! one group from the beginning, and what they told apart never meets. What belongs here is pure.

/// What people decided about two questions, by their places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// The one.
    pub one: usize,
    /// The other.
    pub other: usize,
    /// Whether they ask the same.
    pub is_same: bool,
}

/// Which groups may become one.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// From which average likeness on.
    pub from: f32,
    /// Up to how many members the one may have.
    pub most: usize,
}

impl Bounds {
    /// Groups may have any size.
    pub fn from(from: f32) -> Self {
        Self { from, most: usize::MAX }
    }
}

/// Groups questions, which are known by their places from 0 on.
///
/// `likeness` is asked once for each two; `decided` is in the order of time, and of decisions that contradict each other the
/// later one holds. Two groups become one while the bounds allow it. Each question is in exactly one
/// of the groups that come back; members and groups are in the order of their places, so the answer depends on nothing else.
pub fn groups(
    count: usize,
    decided: &[Decided],
    bounds: Bounds,
    likeness: impl Fn(usize, usize) -> f32,
) -> Vec<Vec<usize>> {
    let mut linking = Linking::begin(count, decided, bounds.most, likeness);
    while let Some((one, other)) = linking.closest(f64::from(bounds.from)) {
        linking.join(one, other);
    }
    let mut groups: Vec<Vec<usize>> = linking.members.into_iter().flatten().collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups.sort_unstable();
    groups
}

/// The groups so far. The square of sums keeps for each two groups the sum of their members' likenesses; −∞ is between those
/// that must not meet, and stays through every addition.
struct Linking {
    count: usize,
    /// How many members a group may have.
    most: usize,
    /// A group's members; `None` once it joined another.
    members: Vec<Option<Vec<usize>>>,
    sums: Vec<f64>,
    /// For each group the one that it is most like, and how much, on average.
    nearest: Vec<Option<(usize, f64)>>,
}

impl Linking {
    fn begin(count: usize, decided: &[Decided], most: usize, likeness: impl Fn(usize, usize) -> f32) -> Self {
        let mut linking = Self {
            count,
            most,
            members: (0..count).map(|place| Some(vec![place])).collect(),
            sums: vec![0.0; count * count],
            nearest: vec![None; count],
        };
        for one in 0..count {
            for other in one + 1..count {
                linking.set(one, other, f64::from(likeness(one, other)));
            }
        }
        for decision in decided.iter().rev() {
            linking.heed(*decision);
        }
        for group in 0..count {
            linking.nearest_of(group);
        }
        linking
    }

    /// A decision that a later one contradicts is passed over.
    fn heed(&mut self, Decided { one, other, is_same }: Decided) {
        let (Some(one), Some(other)) = (self.group_of(one), self.group_of(other)) else {
            return;
        };
        if one == other {
            return;
        }
        if !is_same {
            self.set(one, other, f64::NEG_INFINITY);
        } else if self.sum(one, other) > f64::NEG_INFINITY {
            self.merge(one.min(other), one.max(other));
        }
    }

    fn group_of(&self, place: usize) -> Option<usize> {
        self.members
            .iter()
            .position(|members| members.as_ref().is_some_and(|members| members.contains(&place)))
    }

    /// The two groups that are most alike, if that is enough; of several the first.
    fn closest(&self, from: f64) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize, f64)> = None;
        for (group, nearest) in self.nearest.iter().enumerate() {
            if let Some((other, likeness)) = *nearest
                && likeness >= from
                && best.is_none_or(|(_, _, most)| likeness > most)
            {
                best = Some((group, other, likeness));
            }
        }
        best.map(|(one, other, _)| (one.min(other), one.max(other)))
    }

    fn join(&mut self, one: usize, other: usize) {
        self.merge(one, other);
        for group in 0..self.count {
            let pointed_here = self
                .nearest
                .get(group)
                .copied()
                .flatten()
                .is_some_and(|(nearest, _)| nearest == one || nearest == other);
            if group == one || pointed_here {
                self.nearest_of(group);
            } else {
                self.may_be_nearest(group, one);
            }
        }
    }

    /// The second group's members go to the first.
    fn merge(&mut self, one: usize, other: usize) {
        let moved = self.members.get_mut(other).and_then(Option::take).unwrap_or_default();
        if let Some(Some(members)) = self.members.get_mut(one) {
            members.extend(moved);
        }
        for third in 0..self.count {
            if third != one && third != other {
                self.set(one, third, self.sum(one, third) + self.sum(other, third));
            }
        }
        if let Some(nearest) = self.nearest.get_mut(other) {
            *nearest = None;
        }
    }

    fn nearest_of(&mut self, group: usize) {
        let mut best: Option<(usize, f64)> = None;
        for other in 0..self.count {
            let average = self.average(group, other);
            if average.is_some_and(|average| best.is_none_or(|(_, most)| average > most)) {
                best = average.map(|average| (other, average));
            }
        }
        if let Some(nearest) = self.nearest.get_mut(group) {
            *nearest = best;
        }
    }

    /// A group that grew may be the nearest of another now.
    fn may_be_nearest(&mut self, group: usize, grown: usize) {
        let average = self.average(group, grown);
        if let (Some(average), Some(nearest)) = (average, self.nearest.get_mut(group))
            && nearest.is_none_or(|(other, most)| average > most || (average == most && grown < other))
        {
            *nearest = Some((grown, average));
        }
    }

    /// How alike two groups are on average; `None` for what cannot become one: a group and itself, two that are too large
    /// together, and what is no group any more.
    #[expect(clippy::cast_precision_loss, reason = "groups are small")]
    fn average(&self, one: usize, other: usize) -> Option<f64> {
        let size = |group: usize| self.members.get(group).and_then(Option::as_ref).map(Vec::len);
        let (size, size_of_other) = (size(one)?, size(other)?);
        let may = one != other && size + size_of_other <= self.most;
        may.then(|| self.sum(one, other) / (size * size_of_other) as f64)
    }

    fn sum(&self, one: usize, other: usize) -> f64 {
        let place = one.min(other) * self.count + one.max(other);
        self.sums.get(place).copied().unwrap_or_default()
    }

    fn set(&mut self, one: usize, other: usize, sum: f64) {
        let place = one.min(other) * self.count + one.max(other);
        if let Some(kept) = self.sums.get_mut(place) {
            *kept = sum;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: usize, other: usize) -> Decided {
        Decided {
            one,
            other,
            is_same: true,
        }
    }

    fn different(one: usize, other: usize) -> Decided {
        Decided {
            one,
            other,
            is_same: false,
        }
    }

    /// Points on a line: what lies near is alike.
    fn on_line(points: &[f32], decided: &[Decided]) -> Vec<Vec<usize>> {
        within(points, decided, Bounds::from(0.5))
    }

    fn within(points: &[f32], decided: &[Decided], bounds: Bounds) -> Vec<Vec<usize>> {
        groups(points.len(), decided, bounds, |one, other| {
            1.0 - (points[one] - points[other]).abs()
        })
    }

    #[test]
    fn what_is_alike_on_average_is_a_group() {
        assert_eq!(
            on_line(&[0.0, 5.0, 0.1, 5.2, 9.0], &[]),
            [vec![0, 2], vec![1, 3], vec![4]]
        );
        assert_eq!(on_line(&[], &[]), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn a_chain_of_near_misses_joins_no_strangers() {
        let chain: Vec<f32> = (0..12_u8).map(|step| f32::from(step) * 0.4).collect();
        for group in on_line(&chain, &[]) {
            assert!(group.len() <= 3, "{group:?}");
        }
    }

    #[test]
    fn what_people_decided_wins_and_the_later_decision_most() {
        assert_eq!(
            on_line(&[0.0, 0.1, 9.0], &[different(0, 1), same(0, 2)]),
            [vec![0, 2], vec![1]]
        );
        assert_eq!(on_line(&[0.0, 0.1], &[same(0, 1), different(1, 0)]), [vec![0], vec![1]]);
        assert_eq!(on_line(&[0.0, 0.1], &[different(0, 1), same(1, 0)]), [vec![0, 1]]);
        // Told apart once is told apart for whoever joins them.
        assert_eq!(
            on_line(&[0.0, 0.1, 0.2], &[same(0, 1), different(1, 2)]),
            [vec![0, 1], vec![2]]
        );
        assert_eq!(
            on_line(&[0.0, 9.0, 0.2], &[different(1, 2), same(0, 1)]),
            [vec![0, 1], vec![2]]
        );
    }

    #[test]
    fn no_group_is_larger_than_it_may_be_and_what_is_nearest_stays_together() {
        let points = [0.0, 0.01, 0.02, 0.2, 0.21, 0.22, 0.4];
        let bounds = Bounds { from: 0.0, most: 3 };
        assert_eq!(within(&points, &[], bounds), [vec![0, 1, 2], vec![3, 4, 5], vec![6]]);
        assert_eq!(within(&points, &[], Bounds { from: 0.0, most: 1 }).len(), points.len());
    }

    #[test]
    fn it_does_not_matter_in_which_order_they_stand() {
        let points = [0.3, 4.0, 0.0, 4.3, 0.35, 8.0, 4.2];
        let straight = on_line(&points, &[]);
        let backwards: Vec<f32> = points.iter().rev().copied().collect();
        let mut turned: Vec<Vec<usize>> = on_line(&backwards, &[]);
        for group in &mut turned {
            group.iter_mut().for_each(|place| *place = points.len() - 1 - *place);
            group.sort_unstable();
        }
        turned.sort_unstable();
        assert_eq!(straight, turned);
    }
}
