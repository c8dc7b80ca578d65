//! Later work: each kind of job with what it carries.

use serde::{Deserialize, Serialize};

use super::id::{
    AwaitingId, DigestId, IncomingId, InvitationId, KnownBrowserId, OutbreakId, RemovalId, ReplyId, RestraintId,
    ScanId, SignUpId, SubscriberId, SurveyId, ThreadId, TidingId, UserId,
};
use super::upload::PostId;

/// A piece of later work, as it is written into a row; it may run more than once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Job {
    /// Send the letter that confirms an address.
    ConfirmSignUp {
        /// Whose.
        sign_up: SignUpId,
    },
    /// Tell the owner of an address that somebody signed up with it again.
    AlreadyRegistered {
        /// Whose address it is.
        user: UserId,
        /// What keeps the question that was written first, if there is one.
        #[serde(default)]
        sign_up: Option<SignUpId>,
    },
    /// Send the letter to choose another password, if that address has an account.
    ForgottenPassword {
        /// The address as it was typed.
        email: String,
    },
    /// Send the letter of an invitation.
    Invite {
        /// Which one.
        invitation: InvitationId,
    },
    /// Say that the password was changed.
    PasswordChanged {
        /// Whose.
        user: UserId,
    },
    /// Say that a second factor was set up or ended.
    SecondFactorChanged {
        /// Whose.
        user: UserId,
        /// Whether it is asked for now.
        is_on: bool,
    },
    /// Send the letter that confirms another address of an account, or tell its owner that it has one already.
    ConfirmAddress {
        /// Whose account.
        user: UserId,
    },
    /// Tell the present address of an account that another one was asked for.
    AddressChangeAsked {
        /// Whose account.
        user: UserId,
    },
    /// Tell the former address of an account that another one took its place.
    AddressChanged {
        /// Whose account.
        user: UserId,
        /// The former address, which no row keeps.
        former: String,
    },
    /// Tell of a sign-in from a browser and a network that were not seen before.
    NewSignIn {
        /// Where.
        browser: KnownBrowserId,
    },
    /// Confirm that an account was closed.
    AccountClosed {
        /// The address that it had, which no row keeps.
        email: String,
        /// The name that it had.
        name: String,
    },
    /// Tell somebody that they are warned, silenced or suspended, or that this was taken back.
    TellRestraint {
        /// What it is.
        restraint: RestraintId,
        /// Whether it was taken back.
        is_lifted: bool,
    },
    /// Go on removing what a spammer wrote, or bringing it back.
    GoOnRemoving {
        /// Which removal.
        removal: RemovalId,
    },
    /// Look through what is here for what looks like advertising.
    ScanPosts {
        /// Which scan.
        scan: ScanId,
    },
    /// Tell a moderator that a question is suddenly asked far more often than usual.
    OutbreakNoticed {
        /// Which.
        outbreak: OutbreakId,
        /// Whom.
        user: UserId,
    },
    /// Send somebody a specimen of a letter that they want to see in their own mail program.
    TestLetter {
        /// Which kind.
        specimen: String,
        /// Whom.
        user: UserId,
    },
    /// Look for askers who are to be asked whether an answer solved their question, or how satisfied they are.
    AskBack,
    /// Ask whether an answer solved a question.
    RemindAsker {
        /// The question.
        thread: ThreadId,
    },
    /// Invite to a survey.
    InviteToSurvey {
        /// Which.
        survey: SurveyId,
    },
    /// Tell the rest of the people who want to hear of something, when they are too many for the transaction of the fact.
    SpreadTiding {
        /// Of what.
        tiding: TidingId,
        /// The last one who was told.
        after: UserId,
    },
    /// Ask the owner of an address whether they want digests.
    ConfirmDigests {
        /// Who.
        subscriber: SubscriberId,
    },
    /// Compose the digests that are due.
    ComposeDigests,
    /// Send the letter of a digest.
    SendDigest {
        /// Which.
        digest: DigestId,
    },
    /// Ask the owner of an address whether they want to be told when a question is resolved.
    ConfirmAwaiting {
        /// Who waits for what.
        awaiting: AwaitingId,
    },
    /// Tell somebody without an account that the question is resolved that they wait for.
    TellResolved {
        /// Who waits for what.
        awaiting: AwaitingId,
    },
    /// Post the letters about threads that have waited long enough.
    PostThreadLetters,
    /// Tell somebody by letter what they were told of a thread, unless they have been there since.
    ThreadLetter {
        /// Whom.
        user: UserId,
        /// Of which thread.
        thread: ThreadId,
        /// When it was decided, in microseconds since 1970; a later letter is another job's.
        posted_at: i64,
    },
    /// Read a message that came in by mail.
    ReadIncoming {
        /// Which.
        message: IncomingId,
    },
    /// Tell the sender of a message why it was not posted.
    AnswerIncoming {
        /// Which.
        message: IncomingId,
    },
    /// Send the letter that confirms a question which came by mail.
    ConfirmQuestion {
        /// What keeps it.
        sign_up: SignUpId,
    },
    /// Count anew who helped most in each category lately.
    CountHelpers,
    /// Weigh the trust of those who did something since they were weighed last.
    WeighTrust,
    /// Tell anew what threads mean whose text changed, or that the embedding model has not read yet.
    TellMeanings,
    /// Copy pictures that a post shows from elsewhere.
    CopyPictures {
        /// The thread, when it is its own text.
        #[serde(default)]
        thread: Option<ThreadId>,
        /// The reply.
        #[serde(default)]
        reply: Option<ReplyId>,
        /// How often those that are missing were tried.
        tried: usize,
    },
    /// Remove bytes that no upload names any more.
    RemoveBytes {
        /// Their name.
        key: String,
    },
    /// Render again what an older renderer made.
    RenderAgain,
    /// Delete sessions, tokens, sign-ups and form keys that have run out.
    Sweep,
}

impl Job {
    /// Copying the pictures of a post.
    pub fn copying(post: PostId, tried: usize) -> Self {
        let (thread, reply) = match post {
            PostId::Thread(id) => (Some(id), None),
            PostId::Reply(id) => (None, Some(id)),
        };
        Job::CopyPictures { thread, reply, tried }
    }

    /// Where it waits.
    pub fn lane(&self) -> Lane {
        match self {
            Job::ConfirmSignUp { .. }
            | Job::AlreadyRegistered { .. }
            | Job::ForgottenPassword { .. }
            | Job::Invite { .. }
            | Job::PasswordChanged { .. }
            | Job::SecondFactorChanged { .. }
            | Job::ConfirmAddress { .. }
            | Job::AddressChangeAsked { .. }
            | Job::AddressChanged { .. }
            | Job::NewSignIn { .. }
            | Job::AccountClosed { .. }
            | Job::TellRestraint { .. }
            | Job::OutbreakNoticed { .. }
            | Job::TestLetter { .. }
            | Job::RemindAsker { .. }
            | Job::InviteToSurvey { .. }
            | Job::ConfirmDigests { .. }
            | Job::ConfirmAwaiting { .. }
            | Job::TellResolved { .. }
            | Job::ThreadLetter { .. }
            | Job::AnswerIncoming { .. }
            | Job::ConfirmQuestion { .. } => Lane::Letters,
            Job::SendDigest { .. } => Lane::Digests,
            Job::AskBack
            | Job::GoOnRemoving { .. }
            | Job::ScanPosts { .. }
            | Job::SpreadTiding { .. }
            | Job::ComposeDigests
            | Job::PostThreadLetters
            | Job::ReadIncoming { .. }
            | Job::CountHelpers
            | Job::WeighTrust
            | Job::TellMeanings
            | Job::RemoveBytes { .. }
            | Job::RenderAgain
            | Job::Sweep => Lane::Ordinary,
            Job::CopyPictures { .. } => Lane::Elsewhere,
        }
    }

    /// How often it is tried before it is dead.
    pub fn most_attempts(&self) -> i64 {
        match self.lane() {
            Lane::Ordinary | Lane::Elsewhere => MOST_ATTEMPTS,
            Lane::Letters | Lane::Digests => MOST_ATTEMPTS_OF_LETTERS,
        }
    }

    /// The kind's name, for the row and the page of jobs.
    pub fn kind(&self) -> &'static str {
        match self {
            Job::ConfirmSignUp { .. } => "confirm_sign_up",
            Job::AlreadyRegistered { .. } => "already_registered",
            Job::ForgottenPassword { .. } => "forgotten_password",
            Job::Invite { .. } => "invite",
            Job::PasswordChanged { .. } => "password_changed",
            Job::SecondFactorChanged { .. } => "second_factor_changed",
            Job::ConfirmAddress { .. } => "confirm_address",
            Job::AddressChangeAsked { .. } => "address_change_asked",
            Job::AddressChanged { .. } => "address_changed",
            Job::NewSignIn { .. } => "new_sign_in",
            Job::AccountClosed { .. } => "account_closed",
            Job::TellRestraint { .. } => "tell_restraint",
            Job::OutbreakNoticed { .. } => "outbreak_noticed",
            Job::TestLetter { .. } => "test_letter",
            Job::GoOnRemoving { .. } => "go_on_removing",
            Job::ScanPosts { .. } => "scan_posts",
            Job::AskBack => "ask_back",
            Job::RemindAsker { .. } => "remind_asker",
            Job::InviteToSurvey { .. } => "invite_to_survey",
            Job::SpreadTiding { .. } => "spread_tiding",
            Job::ConfirmDigests { .. } => "confirm_digests",
            Job::ComposeDigests => "compose_digests",
            Job::SendDigest { .. } => "send_digest",
            Job::ConfirmAwaiting { .. } => "confirm_awaiting",
            Job::TellResolved { .. } => "tell_resolved",
            Job::PostThreadLetters => "post_thread_letters",
            Job::ThreadLetter { .. } => "thread_letter",
            Job::ReadIncoming { .. } => "read_incoming",
            Job::AnswerIncoming { .. } => "answer_incoming",
            Job::ConfirmQuestion { .. } => "confirm_question",
            Job::CountHelpers => "count_helpers",
            Job::WeighTrust => "weigh_trust",
            Job::TellMeanings => "tell_meanings",
            Job::CopyPictures { .. } => "copy_pictures",
            Job::RemoveBytes { .. } => "remove_bytes",
            Job::RenderAgain => "render_again",
            Job::Sweep => "sweep",
        }
    }
}

crate::named! {
    /// Where jobs wait: each lane has its own workers.
    pub enum Lane {
        /// Work of this machine.
        Ordinary = "ordinary",
        /// Letters, which wait for a mail server.
        Letters = "letters",
        /// Letters of digests: so many at once that whoever waits for another letter must not wait behind them.
        Digests = "digests",
        /// What is fetched from elsewhere, where anybody may take their time.
        Elsewhere = "elsewhere",
    }
}

impl Lane {
    /// The lanes in which letters wait.
    pub const OF_LETTERS: [Lane; 2] = [Lane::Letters, Lane::Digests];
}

/// How often a job is tried before it is dead: with the delays below, for a little over a day.
pub const MOST_ATTEMPTS: i64 = 14;

/// How often a letter is tried before it is dead: with the delays below, for a little over two days. A mail server that is away
/// for a weekend loses nothing.
pub const MOST_ATTEMPTS_OF_LETTERS: i64 = 17;

/// How long to wait after the `attempt`th failure (from 1): 30 s, doubling, at most 6 h.
pub fn delay_after(attempt: i64) -> chrono::Duration {
    let doublings = u32::try_from((attempt - 1).clamp(0, 20)).unwrap_or(0);
    chrono::Duration::seconds((30_i64 << doublings).min(6 * 3600))
}
