//! Asking: the form, its preview, and the visitor who writes first and signs up in the same step.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Deserialize;

use crate::domain::account::User;
use crate::domain::draft::{AskInput, ThreadDraft};
use crate::domain::id::ThreadId;
use crate::domain::problem::Problems;
use crate::domain::sign_up::{SignUpDraft, SignUpInput};
use crate::domain::token::FormKey;
use crate::store::categories::{self, Category};
use crate::store::outcome::Posting;
use crate::store::{StoreError, threads};
use crate::text::SafeHtml;
use crate::web::extract::{Form, Query};
use crate::web::preview::{previewed, written};
use crate::web::sign_up::{Beginning, begin, closed};
use crate::web::views::components::Problem;
use crate::web::views::threads::AskForm as AskPage;
use crate::web::{Fault, Reply, Visit, see_other, see_other_with, throttle, unprocessable, views};

/// What an address may put into the form.
#[derive(Debug, Deserialize)]
pub struct AskQuery {
    #[serde(default)]
    category: String,
    #[serde(default)]
    q: String,
}

/// The fields of the ask form; the last four only for visitors.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskForm {
    form_key: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    tags: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    answer_0: String,
    #[serde(default)]
    answer_1: String,
    #[serde(default)]
    answer_2: String,
    #[serde(default)]
    answer_3: String,
    #[serde(default)]
    answer_4: String,
    #[serde(default)]
    answer_5: String,
    #[serde(default)]
    answer_6: String,
    #[serde(default)]
    answer_7: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    agreed: String,
}

impl AskForm {
    fn split(self) -> Result<(FormKey, AskInput, SignUpInput), Fault> {
        let key = FormKey::offered(&self.form_key).ok_or(Fault::Malformed("malformed-form"))?;
        let answers = vec![
            self.answer_0,
            self.answer_1,
            self.answer_2,
            self.answer_3,
            self.answer_4,
            self.answer_5,
            self.answer_6,
            self.answer_7,
        ];
        let input = AskInput {
            kind: self.kind,
            category: self.category,
            title: self.title,
            tags: self.tags,
            body: self.body,
            answers,
        };
        Ok((
            key,
            input,
            SignUpInput {
                name: self.name,
                email: self.email,
                password: self.password,
                agreed: self.agreed,
            },
        ))
    }
}

/// `GET /threads/new`
pub async fn form(visit: Visit, query: Query<AskQuery>) -> Reply {
    let AskQuery { category, q } = query.0;
    let place = Place::of(&visit).await?;
    let category = if category.is_empty() { place.only() } else { category };
    let input = AskInput {
        category,
        title: q.chars().take(200).collect(),
        ..AskInput::default()
    };
    page(
        &visit,
        &place,
        &FormKey::random(),
        &input,
        &SignUpInput::default(),
        &[],
        None,
    )
    .canonical(&visit, &visit.site.urls.new_thread())
    .show(&visit)
}

/// `POST /threads/new/preview`: the form again, with how the text will look; also how a chosen category shows its fields
/// without a script.
pub async fn preview_new(visit: Visit, form: Form<AskForm>) -> Reply {
    let (key, input, person) = form.0.split()?;
    let place = Place::of(&visit).await?;
    let shown = match input.body.trim().is_empty() {
        true => None,
        false => Some(previewed(&input.body).await?),
    };
    let shown = match shown.transpose() {
        Ok(shown) => shown,
        Err(problems) => {
            let problems = views::problems(&visit, &problems);
            return unprocessable(&visit, page(&visit, &place, &key, &input, &person, &problems, None));
        }
    };
    page(&visit, &place, &key, &input, &person, &[], shown.as_ref())
        .unlisted()
        .show(&visit)
}

/// `POST /threads/new`
pub async fn create(visit: Visit, request: HttpRequest, form: Form<AskForm>) -> Reply {
    let (key, input, person) = form.0.split()?;
    let place = Place::of(&visit).await?;
    let rules = place
        .homes
        .iter()
        .find(|category| category.slug == input.category)
        .map(Category::ask_rules);
    let parsed = ThreadDraft::parse(&input, rules.as_ref());
    match (visit.viewer.user().cloned(), parsed) {
        (Some(user), Ok(draft)) => post(&visit, user, draft, key).await,
        (Some(_), Err(problems)) => {
            let problems = views::problems(&visit, &problems);
            unprocessable(&visit, page(&visit, &place, &key, &input, &person, &problems, None))
        }
        (None, parsed) => sign_up_and_keep(&visit, &request, &place, &key, &input, &person, parsed.err()).await,
    }
}

async fn post(visit: &Visit, user: User, draft: ThreadDraft, key: FormKey) -> Reply {
    let (sight, now) = (visit.sight(), visit.now);
    let body = written(draft.body.clone()).await?;
    let posted = visit
        .site
        .store
        .write(move |tx| threads::ask(tx, &user, sight, &draft, &body, key.as_str(), now));
    match posted.await.map_err(|error: StoreError| error)? {
        Posting::Posted(id) => see_other_with(&address(visit, id).await?, "thread-posted"),
        Posting::PostedBefore(id) => see_other(&address(visit, id).await?),
        Posting::NotAllowed => Err(Fault::Forbidden),
        Posting::Locked => Err(Fault::Locked),
    }
}

async fn address(visit: &Visit, id: ThreadId) -> Result<String, Fault> {
    super::address(visit, id).await
}

/// A visitor's question waits for the address to be confirmed; what is wrong in either half is said at once.
async fn sign_up_and_keep(
    visit: &Visit,
    request: &HttpRequest,
    place: &Place,
    key: &FormKey,
    input: &AskInput,
    person: &SignUpInput,
    question_problems: Option<Problems>,
) -> Reply {
    let mend = |problems: &[Problem]| page(visit, place, key, input, person, problems, None);
    if place.closed.is_some() {
        return mend(&[]).status(StatusCode::FORBIDDEN).unlisted().show(visit);
    }
    let mut problems = question_problems.unwrap_or_default();
    let draft = SignUpDraft::parse(person, &visit.site.settings().documents, &mut problems);
    let (Some(draft), true) = (draft, problems.is_empty()) else {
        return unprocessable(visit, mend(&views::problems(visit, &problems)));
    };
    match begin(visit, request, draft, Some(input), "").await? {
        Beginning::LetterSent => see_other(&visit.site.urls.sign_up_sent()),
        Beginning::Closed(_) => Err(Fault::Forbidden),
        Beginning::NameTaken => unprocessable(visit, mend(&[views::problem(visit, "name", "problem-name-taken")])),
        Beginning::Wait(wait) => throttle::slow_down(visit, mend(&[throttle::problem(visit, "email", wait)]), wait),
    }
}

/// Where a viewer may ask.
struct Place {
    /// The categories that take threads, in sight.
    homes: Vec<Category>,
    /// Why a visitor cannot, as the key of a sentence.
    closed: Option<&'static str>,
}

impl Place {
    async fn of(visit: &Visit) -> Result<Self, Fault> {
        let sight = visit.sight();
        let all = visit.site.store.read(move |db| categories::list(db, sight));
        let all = all.await.map_err(|error: StoreError| error)?;
        let homes = all.into_iter().filter(|category| category.archived_at.is_none());
        let closed = match visit.viewer.user() {
            Some(_) => None,
            None => closed(visit).await?,
        };
        Ok(Self {
            homes: homes.collect(),
            closed,
        })
    }

    /// The category to begin with when there is no choice.
    fn only(&self) -> String {
        match self.homes.as_slice() {
            [only] => only.slug.clone(),
            _ => String::new(),
        }
    }
}

fn page(
    visit: &Visit,
    place: &Place,
    key: &FormKey,
    input: &AskInput,
    person: &SignUpInput,
    problems: &[Problem],
    preview: Option<&SafeHtml>,
) -> crate::web::page::Page {
    views::threads::ask(
        visit,
        &AskPage {
            homes: &place.homes,
            closed: place.closed,
            key,
            input,
            person,
            problems,
            preview,
        },
    )
}
