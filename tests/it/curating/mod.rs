//! Acts of moderators that set right what was posted: words taken out for good, replies split off, pins that end.

mod pinning;
mod redacting;
mod splitting;
