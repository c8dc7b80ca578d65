//! Acts of moderators that set right what was posted: words taken out for good, replies split off, pins that end, acts on several
//! posts at once, the end of what was deleted, and other names of tags.

mod erasing;
mod pinning;
mod redacting;
mod selecting;
mod splitting;
mod synonyms;
