#pragma once
// An invented branch, a year of it, for the tests of forms.

#include "core/forms/form_data.h"

namespace baolei {

/// A branch with `members` members and everything the shipped forms show.
FormData sampleBranch(int members);
/// The same with a meeting whose minutes run to `paragraphs` paragraphs.
FormData sampleMeeting(int paragraphs);
/// Attendance of `members` members at `meetings` meetings.
FormData sampleAttendance(int members, int meetings);
/// A year's study of one person, with `rows` rows, and of `members` members.
FormData sampleStudy(int rows, int members);
/// A plan with `rows` items.
FormData samplePlan(int rows);
/// A month's disclosure with `rows` rows.
FormData sampleDisclosure(int rows);
/// The registers: pledges, inspections, events, so many lines each.
FormData sampleRegisters(int rows);
/// An election with so many candidates, or (0) the admission of one person; `ballots` to print.
FormData sampleVote(int candidates, int ballots);
/// What is printed before a meeting: so many are to sign, about so many items.
FormData sampleNotice(int people, int items);
/// A town of `branches` branches that held something `meetings` times.
FormData sampleTown(int branches, int meetings);
/// Name of the n-th invented member, n from 0; with rare characters among the first.
QString sampleName(int n);

} // namespace baolei
