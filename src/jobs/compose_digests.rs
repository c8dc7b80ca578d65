//! Composes the digests that are due, by batches: what many readers share is read once and picked once for all who wish for the same.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

use super::{JobError, Workshop};
use crate::domain::digest::{Contents, Events, Figures, OwnQuestion, Picked, Section, Window, Wish};
use crate::domain::id::UserId;
use crate::domain::job::Job;
use crate::domain::language::Language;
use crate::domain::sight::Sight;
use crate::store::digests::{self, Composed, Due, Own, Written};
use crate::store::{Db, Store, StoreError, jobs, settings};

/// How many batches one job composes; what is due after them is the next one's, so that a server that is to stop waits for seconds.
const BATCHES_OF_A_JOB: usize = 25;
/// Events of so long ago are read at first: most windows are a week.
const FIRST_SPAN: Duration = Duration::days(8);
/// How many wishes are kept with what was picked for them; each is less than a kilobyte.
const MOST_WISHES: usize = 5_000;

pub(super) fn run(workshop: &Workshop, now: DateTime<Utc>) -> Result<(), JobError> {
    let store = &workshop.store;
    let mut composer = Composer::new(store, now)?;
    for _ in 0..BATCHES_OF_A_JOB {
        if composer.write_next(store, now)?.windows == 0 {
            return Ok(());
        }
    }
    // This one still waits as well, so that asking for one if none waits would not do.
    Ok(store.write_now(|tx| jobs::enqueue(tx, &Job::ComposeDigests, now))?)
}

/// Composes all digests that are due now, and writes them with the jobs of their letters.
pub fn compose_due(store: &Store, now: DateTime<Utc>) -> Result<Written, StoreError> {
    let mut composer = Composer::new(store, now)?;
    let mut done = Written::default();
    loop {
        let written = composer.write_next(store, now)?;
        if written.windows == 0 {
            return Ok(done);
        }
        done.windows += written.windows;
        done.letters += written.letters;
    }
}

/// What is kept for a run.
pub struct Composer {
    settled: DateTime<Utc>,
    site_language: Language,
    span: Option<Window>,
    events: Events,
    shared: HashMap<Wish, Shared>,
    figures: HashMap<(Sight, Window), Figures>,
}

/// What all readers get who wish for the same.
#[derive(Debug, Clone)]
struct Shared {
    unanswered: Picked,
    resolved: Picked,
    articles: Picked,
}

impl Composer {
    /// A composer of what is due now.
    pub fn new(store: &Store, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let settled = store.read_now::<_, StoreError>(|db| digests::settled_to(db, now))?;
        let language = store.read_now::<_, StoreError>(|db| Ok(settings::load(db)?.language))?;
        Ok(Self {
            settled,
            site_language: Language::parse(&language).unwrap_or(Language::English),
            span: None,
            events: Events::default(),
            shared: HashMap::new(),
            figures: HashMap::new(),
        })
    }

    /// The moment up to which windows may reach now.
    pub fn settled(&self) -> DateTime<Utc> {
        self.settled
    }

    /// Composes the next digests that are due, and writes them with the jobs of their letters; no window when nobody is due, or when
    /// somebody else composes: what is still due then is found at the next look.
    fn write_next(&mut self, store: &Store, now: DateTime<Utc>) -> Result<Written, StoreError> {
        let composed = self.next(store)?;
        if composed.is_empty() {
            return Ok(Written::default());
        }
        store.write_now(|tx| digests::write(tx, &composed, now))
    }

    /// Composes the next digests that are due; none when nobody is.
    fn next(&mut self, store: &Store) -> Result<Vec<Composed>, StoreError> {
        store.read_now(|db| {
            let due = digests::batch(db, self.settled)?;
            let windowed = due.into_iter().filter_map(|due| {
                let course = due.subscriber.course?;
                let window = course.window(&due.subscriber.choices.rhythm, self.settled)?;
                Some((due, window))
            });
            let windowed: Vec<(Due, Window)> = windowed.collect();
            self.compose(db, &windowed)
        })
    }

    /// Composes the digests of these windows.
    pub fn compose(&mut self, db: &mut Db, due: &[(Due, Window)]) -> Result<Vec<Composed>, StoreError> {
        let Some(span) = spanned(due.iter().map(|(_, window)| window)) else {
            return Ok(Vec::new());
        };
        self.read_events(db, span)?;
        let members: Vec<UserId> = due.iter().filter_map(|(due, _)| due.member()).collect();
        let own = digests::own(db, &members, span)?;
        let mut composed = Vec::with_capacity(due.len());
        for (due, window) in due {
            let Some(course) = due.subscriber.course else { continue };
            let own = due.member().and_then(|member| own.get(&member));
            composed.push(Composed {
                subscriber: due.subscriber.id,
                window: *window,
                contents: self.contents(db, due, *window, own)?,
                course: course.after(window, &due.subscriber.choices.rhythm),
            });
        }
        Ok(composed)
    }

    /// Makes sure that all that happened within a span is known.
    fn read_events(&mut self, db: &mut Db, span: Window) -> Result<(), StoreError> {
        let is_known = |known: Window| known.from <= span.from && span.to <= known.to;
        if self.span.is_some_and(is_known) {
            return Ok(());
        }
        let wider = Window {
            from: span.from.min(self.settled - FIRST_SPAN),
            to: span.to.max(self.settled),
        };
        self.events = digests::events(db, wider)?;
        self.span = Some(wider);
        self.shared.clear();
        Ok(())
    }

    fn contents(&mut self, db: &mut Db, due: &Due, window: Window, own: Option<&Own>) -> Result<Contents, StoreError> {
        let mut contents = Contents::default();
        let Some(wish) = due.wish(window, self.site_language) else {
            return Ok(contents);
        };
        let sight = wish.sight;
        let shared = self.shared(wish);
        let to_answer = due.wish_to_answer(window, self.site_language);
        let unanswered = to_answer.map_or(shared.unanswered, |wish| self.shared(wish).unanswered);
        for section in due.sections() {
            let picked = match section {
                Section::Waiting => own.map(|own| OwnQuestion::told_in(&own.waiting, &window)),
                Section::ToConfirm => own.map(|own| OwnQuestion::picked(section, &own.to_confirm, &window)),
                Section::OwnOpen => own.map(|own| OwnQuestion::picked(section, &own.open, &window)),
                Section::Unanswered => Some(not_own(unanswered.clone(), own)),
                Section::Resolved => Some(shared.resolved.clone()),
                Section::Articles => Some(shared.articles.clone()),
                Section::Proposals => Some(self.events.proposals_in(&window)),
                Section::Reviews => Some(self.events.reviews_in(&window)),
                Section::Figures => {
                    contents.figures = Some(self.figures(db, sight, window)?);
                    None
                }
            };
            if let Some(picked) = picked {
                contents.add(section, picked);
            }
        }
        Ok(contents)
    }

    fn shared(&mut self, wish: Wish) -> Shared {
        if let Some(shared) = self.shared.get(&wish) {
            return shared.clone();
        }
        let shared = Shared {
            unanswered: wish.unanswered(&self.events),
            resolved: wish.resolved(&self.events),
            articles: wish.articles(&self.events),
        };
        if self.shared.len() >= MOST_WISHES {
            self.shared.clear();
        }
        self.shared.insert(wish, shared.clone());
        shared
    }

    fn figures(&mut self, db: &mut Db, sight: Sight, window: Window) -> Result<Figures, StoreError> {
        if let Some(figures) = self.figures.get(&(sight, window)) {
            return Ok(*figures);
        }
        let figures = digests::figures(db, sight, window)?;
        self.figures.insert((sight, window), figures);
        Ok(figures)
    }
}

/// From the first beginning to the last end.
fn spanned<'w>(windows: impl Iterator<Item = &'w Window>) -> Option<Window> {
    windows.copied().reduce(|one, other| Window {
        from: one.from.min(other.from),
        to: one.to.max(other.to),
    })
}

/// One's own questions stand in a section of their own.
fn not_own((mut items, count): Picked, own: Option<&Own>) -> Picked {
    let before = items.len();
    if let Some(own) = own {
        items.retain(|item| own.open.iter().all(|question| question.id != item.id));
    }
    let left_out = before - items.len();
    (items, count.saturating_sub(left_out))
}
