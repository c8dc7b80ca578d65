//! Asking: the form, its preview, and the visitor who writes first and signs up in the same step.

use actix_web::HttpRequest;
use actix_web::http::{Method, StatusCode};
use serde::Deserialize;

use super::ask_form::{AskForm, Brought};
use super::from_guide;
use super::guest::Guest;
use super::suggesting::{self, Pointed};
use super::suggestions::Suggestion;
use crate::domain::account::User;
use crate::domain::ask_session::Ending;
use crate::domain::case::Piece;
use crate::domain::draft::{AskInput, AskRules, ThreadDraft};
use crate::domain::id::{CategoryId, ThreadId, UserId};
use crate::domain::permission::{Verb, may_in};
use crate::domain::problem::Problems;
use crate::domain::sign_up::SignUpDraft;
use crate::domain::subject::Subject;
use crate::domain::thread::ThreadKind;
use crate::domain::token::FormKey;
use crate::store::categories::{self, Category};
use crate::store::known_problems::{self, KnownProblem};
use crate::store::outcome::Posting;
use crate::store::{StoreError, ask_sessions, manners, screening, submissions, threads};
use crate::text::SafeHtml;
use crate::web::extract::{Form, Query};
use crate::web::page::Page;
use crate::web::preview::{previewed, written};
use crate::web::sign_up::{self, Beginning, closed};
use crate::web::views::components::Problem;
use crate::web::views::threads::{AskForm as AskPage, AskStep};
use crate::web::{Fault, Reply, Visit, newcomers, screened, see_other, throttle, unprocessable, views};

/// What an address may put into the form.
#[derive(Debug, Deserialize)]
pub struct AskQuery {
    #[serde(default)]
    category: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    guide: String,
    #[serde(default)]
    done: String,
}

/// `GET /threads/new`
pub async fn form(visit: Visit, request: HttpRequest, query: Query<AskQuery>) -> Reply {
    let AskQuery {
        category,
        q,
        guide,
        done,
    } = query.0;
    let place = Place::of(&visit, &category).await?;
    let category = if category.is_empty() { place.only() } else { category };
    let begun = match from_guide::begun(&visit, &guide, &done).await? {
        Ok(begun) => begun,
        Err(no_way) => return no_way.answer(),
    };
    let input = AskInput {
        category,
        ..begun.unwrap_or_else(|| AskInput {
            title: q.chars().take(200).collect(),
            ..AskInput::default()
        })
    };
    let brought = Brought::blank(input);
    let guest = Guest::of(&visit, &request, &brought.key).asking(&brought.input, place.home(&brought.input));
    if request.method() == Method::GET {
        guest.note(&visit, []);
    }
    let page = page(&visit, &place, &brought, &Said::default());
    guest.welcomed(
        &visit,
        page.canonical(&visit, &visit.site.urls.new_thread()).show(&visit),
    )
}

/// `POST /threads/new/preview`: the form again, with how the text will look and what in it should not stand in public; also
/// how a chosen category shows its fields without a script.
pub async fn preview_new(visit: Visit, request: HttpRequest, form: Form<AskForm>) -> Reply {
    let mut brought = form.0.read()?;
    let place = Place::of(&visit, &brought.input.category).await?;
    let guest = Guest::of(&visit, &request, &brought.key);
    guest
        .asking(&brought.input, place.home(&brought.input))
        .note(&visit, []);
    if let Err(problems) = brought.file.checked() {
        return mend(&visit, &place, &brought, &views::problems(&visit, &problems));
    }
    let shown = match brought.input.body.trim().is_empty() {
        true => None,
        false => Some(previewed(&brought.input.body).await?),
    };
    let preview = match shown.transpose() {
        Ok(shown) => shown,
        Err(problems) => return mend(&visit, &place, &brought, &views::problems(&visit, &problems)),
    };
    let pointed = suggesting::pointed_out(&brought.input).await?;
    brought.memory.pointed_out = suggesting::marks(&pointed);
    let said = Said {
        preview: preview.as_ref(),
        pointed: &pointed,
        ..Said::default()
    };
    page(&visit, &place, &brought, &said).unlisted().show(&visit)
}

/// `POST /threads/new`
pub async fn create(visit: Visit, request: HttpRequest, form: Form<AskForm>) -> Reply {
    let mut brought = form.0.read()?;
    let place = Place::of(&visit, &brought.input.category).await?;
    let guest = Guest::of(&visit, &request, &brought.key).asking(&brought.input, place.home(&brought.input));
    if let Err(problems) = brought.file.checked() {
        return mend(&visit, &place, &brought, &views::problems(&visit, &problems));
    }
    let rules = place.rules(&brought.input);
    let parsed = ThreadDraft::parse(&brought.input, rules.as_ref());
    match (visit.viewer.user().cloned(), parsed) {
        (Some(user), Ok(draft)) => match before_posting(&visit, &place, &guest, &mut brought, draft.kind).await? {
            // Whoever comes back to a form that was posted is led to what it became.
            Some(page) if !was_posted(&visit, user.id, &brought.key).await? => page.unlisted().show(&visit),
            _ => post(&visit, user, draft, (&place, &brought), &guest).await,
        },
        (Some(_), Err(problems)) => mend(&visit, &place, &brought, &views::problems(&visit, &problems)),
        (None, parsed) => sign_up_and_keep(&visit, &request, &place, &guest, brought, parsed).await,
    }
}

/// What an asker is shown once before a question is posted: known problems, what may answer it, and what in it should
/// not stand in public; nothing when there is none of that, or when they have seen it.
async fn before_posting(
    visit: &Visit,
    place: &Place,
    guest: &Guest,
    brought: &mut Brought,
    kind: ThreadKind,
) -> Result<Option<Page>, Fault> {
    let is_welcome = kind == ThreadKind::Question && !brought.memory.has_seen(&brought.input.title);
    let suggestions = match is_welcome && !guest.is_held_out() {
        true => suggesting::find(visit, &brought.input, true).await?.suggestions,
        false => Vec::new(),
    };
    let problems = if is_welcome { place.known.as_slice() } else { &[] };
    guest.note(visit, suggestions.iter().map(Suggestion::subject));
    if brought.memory.is_different {
        guest.note_different(visit);
    }
    let pointed = suggesting::pointed_out(&brought.input).await?;
    let is_news = suggesting::is_news(&pointed, &brought.memory.pointed_out);
    brought.memory.pointed_out = suggesting::marks(&pointed);
    if !suggestions.is_empty() || !problems.is_empty() {
        brought.memory.suggested_for.clone_from(&brought.input.title);
        let step = AskStep {
            key: &brought.key,
            input: &brought.input,
            person: &brought.person,
            memory: &brought.memory,
            problems,
            suggestions: &suggestions,
            pointed: &pointed,
            manner: &brought.manner,
        };
        return Ok(Some(views::threads::ask_step(visit, &step)));
    }
    let said = Said {
        pointed: &pointed,
        ..Said::default()
    };
    Ok(is_news.then(|| page(visit, place, brought, &said)))
}

async fn was_posted(visit: &Visit, user: UserId, key: &FormKey) -> Result<bool, Fault> {
    let key = key.clone();
    let asked = visit
        .site
        .store
        .read(move |db| submissions::was_used(db, user, key.as_str()));
    Ok(asked.await.map_err(|error: StoreError| error)?)
}

async fn post(
    visit: &Visit,
    user: User,
    draft: ThreadDraft,
    (place, brought): (&Place, &Brought),
    guest: &Guest,
) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let (key, manner) = (brought.key.clone(), brought.manner.clone());
    let body = written(draft.body.clone()).await?;
    let session = guest.session(visit);
    let posted = visit.site.store.write(move |tx| {
        let posting = threads::ask(tx, &user, sight, &draft, &body, key.as_str(), now)?;
        if let Posting::Posted(id) = posting {
            manners::mind(tx, &user, Piece::Thread(id), &manner, now)?;
            ask_sessions::end(tx, &session, Ending::Posted, Subject::Thread(id), now)?;
        }
        Ok(posting)
    });
    match posted.await.map_err(|error: StoreError| error)? {
        Posting::Posted(id) => posted_at(visit, id, Some("thread-posted")).await,
        Posting::PostedBefore(id) => posted_at(visit, id, None).await,
        Posting::Blocked(words) => mend(visit, place, brought, &[screened::problem(visit, "body", &words)]),
        Posting::NotAllowed => Err(Fault::Forbidden),
        Posting::Locked => Err(Fault::Locked),
        Posting::NotYet(limit) => mend(visit, place, brought, &[newcomers::problem(visit, "body", limit)]),
    }
}

/// Leads to a thread that was posted, held or not.
async fn posted_at(visit: &Visit, id: ThreadId, notice: Option<&'static str>) -> Reply {
    let place = super::address(visit, id).await;
    screened::led_to(visit, Piece::Thread(id), place, notice).await
}

/// A visitor's question waits for the address to be confirmed; what is wrong in either half is said at once.
async fn sign_up_and_keep(
    visit: &Visit,
    request: &HttpRequest,
    place: &Place,
    guest: &Guest,
    mut brought: Brought,
    parsed: Result<ThreadDraft, Problems>,
) -> Reply {
    if place.closed.is_some() {
        let page = page(visit, place, &brought, &Said::default());
        return page.status(StatusCode::FORBIDDEN).unlisted().show(visit);
    }
    if brought.manner.is_trapped() {
        return mend(visit, place, &brought, &[sign_up::trapped(visit)]);
    }
    let (draft, mut problems) = match parsed {
        Ok(draft) => (Some(draft), Problems::none()),
        Err(problems) => (None, problems),
    };
    let person = SignUpDraft::parse(&brought.person, &visit.site.settings().documents, &mut problems);
    let (Some(person), Some(draft), true) = (person, draft, problems.is_empty()) else {
        return mend(visit, place, &brought, &views::problems(visit, &problems));
    };
    // They will be newcomers: what they could not post is said before they confirm an address for it.
    let links = written(draft.body.clone()).await?.links();
    if let Some(limit) = visit.site.settings().trust.newcomer.of_links(None, links) {
        return mend(visit, place, &brought, &[newcomers::problem(visit, "body", limit)]);
    }
    let input = brought.input.clone();
    let blocked = visit.site.store.read(move |db| screening::blocked_in(db, None, &input));
    if let Some(words) = blocked.await.map_err(|error: StoreError| error)? {
        return mend(visit, place, &brought, &[screened::problem(visit, "body", &words)]);
    }
    if let Some(page) = before_posting(visit, place, guest, &mut brought, draft.kind).await? {
        return page.unlisted().show(visit);
    }
    let written = sign_up::Written {
        input: &brought.input,
        session: guest.session_name(),
    };
    match sign_up::begin(visit, request, person, Some(written), ("", &brought.manner)).await? {
        Beginning::LetterSent => see_other(&visit.site.urls.sign_up_sent()),
        Beginning::Closed(_) => Err(Fault::Forbidden),
        Beginning::Unanswered => mend(visit, place, &brought, &[sign_up::unanswered(visit)]),
        Beginning::NameTaken => mend(
            visit,
            place,
            &brought,
            &[views::problem(visit, "name", "problem-name-taken")],
        ),
        Beginning::Wait(wait) => {
            let problems = [throttle::problem(visit, "email", wait)];
            let said = Said {
                problems: &problems,
                ..Said::default()
            };
            throttle::slow_down(visit, page(visit, place, &brought, &said), wait)
        }
    }
}

/// The form again, with what is wrong.
fn mend(visit: &Visit, place: &Place, brought: &Brought, problems: &[Problem]) -> Reply {
    let said = Said {
        problems,
        ..Said::default()
    };
    unprocessable(visit, page(visit, place, brought, &said))
}

/// Where a viewer may ask.
struct Place {
    /// The categories that take threads, in sight.
    homes: Vec<Category>,
    /// What is known not to work in the category that is chosen.
    known: Vec<KnownProblem>,
    /// Why a visitor cannot, as the key of a sentence.
    closed: Option<&'static str>,
}

impl Place {
    /// Where a viewer may ask who has chosen the category of this slug; where there is one only, it is chosen.
    async fn of(visit: &Visit, chosen: &str) -> Result<Self, Fault> {
        let (sight, viewer, chosen) = (visit.sight(), visit.viewer.clone(), chosen.to_owned());
        let found = visit.site.store.read(move |db| {
            let (reader, user) = (viewer.id(), viewer.user());
            let may_ask = |home: &Category| user.is_none_or(|user| may_in(user, home.audience, Verb::Ask, reader));
            let mut homes = categories::list(db, sight)?;
            homes.retain(|category| category.archived_at.is_none() && may_ask(category));
            let is_only = homes.len() == 1 && chosen.is_empty();
            let chosen = homes.iter().find(|category| is_only || category.slug == chosen);
            let known = match chosen.map(|category| category.id) {
                Some(category) => known_problems::of_category(db, reader, sight, category)?,
                None => Vec::new(),
            };
            Ok((homes, known))
        });
        let (homes, known) = found.await.map_err(|error: StoreError| error)?;
        let closed = match visit.viewer.user() {
            Some(_) => None,
            None => closed(visit).await?,
        };
        Ok(Self { homes, known, closed })
    }

    /// The id of the chosen category.
    fn home(&self, input: &AskInput) -> Option<CategoryId> {
        self.chosen(input).map(|category| category.id)
    }

    /// What the chosen category asks of a thread.
    fn rules(&self, input: &AskInput) -> Option<AskRules> {
        self.chosen(input).map(Category::ask_rules)
    }

    fn chosen(&self, input: &AskInput) -> Option<&Category> {
        self.homes.iter().find(|category| category.slug == input.category)
    }

    /// The category to begin with when there is no choice.
    fn only(&self) -> String {
        match self.homes.as_slice() {
            [only] => only.slug.clone(),
            _ => String::new(),
        }
    }
}

fn page(visit: &Visit, place: &Place, brought: &Brought, said: &Said<'_>) -> Page {
    views::threads::ask(
        visit,
        &AskPage {
            homes: &place.homes,
            known: &place.known,
            closed: place.closed,
            key: &brought.key,
            input: &brought.input,
            person: &brought.person,
            alt: &brought.alt,
            memory: &brought.memory,
            manner: &brought.manner,
            problems: said.problems,
            preview: said.preview,
            pointed: said.pointed,
        },
    )
}

/// What a form that comes back says.
#[derive(Default)]
struct Said<'a> {
    problems: &'a [Problem],
    preview: Option<&'a SafeHtml>,
    pointed: &'a [Pointed],
}
