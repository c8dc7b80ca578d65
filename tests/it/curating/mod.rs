//! Acts of moderators that set right what was posted: words taken out for good, replies split off.

mod redacting;
mod splitting;
