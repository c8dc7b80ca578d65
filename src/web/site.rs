//! What every handler can reach: built once by `app`.

use std::sync::{Arc, PoisonError, RwLock};

use ipnet::IpNet;

use super::asks_noted::AskNotes;
use super::assets::Assets;
use super::cache::PageCache;
use super::live::Live;
use super::metrics::Metrics;
use super::pace::Patience;
use super::pictures::Pictures;
use super::rates::Rates;
use super::readings_noted::ReadingNotes;
use super::searches_noted::SearchNotes;
use super::sitemaps::Sitemaps;
use super::threads::SimilarThreads;
use super::uploads::Intake;
use crate::clock::Clock;
use crate::domain::rate::RateLimits;
use crate::domain::setting::Settings;
use crate::domain::signed_link::SigningKey;
use crate::domain::token::is_same_secret;
use crate::passwords::Passwords;
use crate::reports::desk::Desk;
use crate::search::Search;
use crate::search::language::Tongue;
use crate::store::Store;
use crate::text::phrases::Languages;
use crate::urls::Urls;
use crate::web::views_counted::ViewCounter;

/// The parts of the site that handlers use; it holds no mailer, so no handler can send.
pub struct Site {
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// Addresses.
    pub urls: Urls,
    /// Every visible string.
    pub languages: Languages,
    /// The embedded files.
    pub assets: Assets,
    /// Hashing of passwords, bounded.
    pub passwords: Passwords,
    /// Finding threads by their words.
    pub search: Arc<Search>,
    /// The figures at `/metrics`.
    pub metrics: Metrics,
    /// Pages that are kept for anonymous readers.
    pub pages: PageCache,
    /// Who listens to what is new.
    pub live: Live,
    /// Readings that wait to be written.
    pub readings: ReadingNotes,
    /// Visits to the ask form that wait to be written.
    pub asks: AskNotes,
    /// The pictures of threads that were drawn lately.
    pub pictures: Pictures,
    /// Sitemaps that were made lately.
    pub sitemaps: Sitemaps,
    /// Searches that wait to be written.
    pub searches: SearchNotes,
    /// Threads that ask the same as another one, worked out lately.
    pub similar: SimilarThreads,
    /// What takes files in and gives them out.
    pub uploads: Intake,
    /// Reports that were worked out lately.
    pub reports: Desk,
    /// Views that wait to be written.
    pub views: ViewCounter,
    /// How often whom has asked for what, lately.
    pub rates: Rates,
    /// How long is waited for what somebody sends.
    pub patience: Patience,
    /// The one-time code that guards `/set-up` while there is no administrator.
    pub set_up_code: SetUpCode,
    /// Proxies whose word about the client's address is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Networks besides loopback that may read the figures.
    pub metrics_networks: Vec<IpNet>,
    /// Whether letters go through a mail server, rather than into files.
    pub letters_go_out: bool,
    /// What whoever posts messages that came in by mail has to know; without it nobody does.
    pub incoming_secret: Option<String>,
    settings: RwLock<Arc<Settings>>,
    signing_key: RwLock<Option<SigningKey>>,
}

/// The code that the server prints while the forum has no administrator.
#[derive(Clone)]
pub struct SetUpCode(Option<String>);

impl SetUpCode {
    /// The forum has an administrator: nobody needs a code.
    pub fn none() -> Self {
        Self(None)
    }

    /// The forum waits for its administrator.
    pub fn expect(code: String) -> Self {
        Self(Some(code))
    }

    /// The code, for whoever sees the server's terminal.
    pub fn code(&self) -> Option<&str> {
        self.0.as_deref()
    }

    /// Whether the forum had no administrator when it started.
    pub fn is_expected(&self) -> bool {
        self.0.is_some()
    }

    /// Whether this is the code; takes the same time whatever was typed.
    pub fn matches(&self, typed: &str) -> bool {
        let code = self.0.as_ref();
        code.is_some_and(|code| is_same_secret(typed.trim().as_bytes(), code.as_bytes()))
    }
}

/// The parts from which a [`Site`] is made.
pub struct SiteParts {
    /// The database.
    pub store: Store,
    /// The clock.
    pub clock: Clock,
    /// Addresses.
    pub urls: Urls,
    /// Every visible string.
    pub languages: Languages,
    /// Hashing of passwords.
    pub passwords: Passwords,
    /// Finding threads by their words.
    pub search: Arc<Search>,
    /// What takes files in and gives them out.
    pub uploads: Intake,
    /// The settings at the start.
    pub settings: Settings,
    /// The key that signs at the start.
    pub signing_key: Option<SigningKey>,
    /// The code that guards `/set-up`.
    pub set_up_code: SetUpCode,
    /// Proxies that are believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Networks that may read the figures.
    pub metrics_networks: Vec<IpNet>,
    /// How often an account may ask for what.
    pub rate_limits: Option<RateLimits>,
    /// Whether letters go through a mail server.
    pub letters_go_out: bool,
    /// What whoever posts messages that came in by mail has to know; without it nobody does.
    pub incoming_secret: Option<String>,
    /// How long is waited for what somebody sends.
    pub patience: Patience,
    /// Bytes that kept pages may take.
    pub room_for_pages: u64,
}

impl Site {
    /// Puts the parts together.
    pub fn new(parts: SiteParts) -> Self {
        Self {
            store: parts.store,
            clock: parts.clock,
            urls: parts.urls,
            languages: parts.languages,
            assets: Assets::load(),
            passwords: parts.passwords,
            search: parts.search,
            metrics: Metrics::new(),
            pages: PageCache::with_room(parts.room_for_pages),
            live: Live::default(),
            readings: ReadingNotes::default(),
            asks: AskNotes::default(),
            pictures: Pictures::default(),
            sitemaps: Sitemaps::default(),
            searches: SearchNotes::default(),
            similar: SimilarThreads::default(),
            uploads: parts.uploads,
            reports: Desk::default(),
            views: ViewCounter::default(),
            rates: Rates::new(parts.rate_limits),
            patience: parts.patience,
            set_up_code: parts.set_up_code,
            trusted_proxies: parts.trusted_proxies,
            metrics_networks: parts.metrics_networks,
            letters_go_out: parts.letters_go_out,
            incoming_secret: parts.incoming_secret,
            settings: RwLock::new(Arc::new(parts.settings)),
            signing_key: RwLock::new(parts.signing_key),
        }
    }

    /// The settings as they are now.
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The key that signs what forms carry.
    pub fn signing_key(&self) -> Option<SigningKey> {
        let key = self.signing_key.read().unwrap_or_else(PoisonError::into_inner);
        key.clone()
    }

    /// Takes over a key that was made, here or on another node.
    pub fn take_signing_key(&self, key: Option<SigningKey>) {
        *self.signing_key.write().unwrap_or_else(PoisonError::into_inner) = key;
    }

    /// Takes over settings that were changed, here or on another node.
    pub fn take_settings(&self, settings: Settings) {
        self.search.speak(Tongue::of_code(&settings.language));
        *self.settings.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(settings);
        // Whoever made a page meanwhile may have read the settings before.
        self.pages.hear_of_everything();
    }
}
