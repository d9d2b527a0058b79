// Package practice holds rules about communities of practice: who is a full member, whose voice
// counts, what is taken for granted, when people meet, what they talk about, and whom they ask.
// Each is a rule of package agents: a value whose fields are its parameters. It goes into a channel
// of package sim as any other rule. A field of 0 is off; of Goals.Share it is 1. A rule with all
// its fields off gives, bit for bit, the run without it, or does what the plain rule of package
// agents does with the same coins.
//
// # Rules
//
//	do           Shares: what a person does in a tick: he gathers, asks, creates or nothing
//	participate  Apprenticeship: newcomers learn and are not heard yet; Attendance: people come of
//	             their own will or because they must; Commitment: who is committed is heard more;
//	             Expectations: who has energy is heard more; Floor: some have the floor, and
//	             the others are not heard; Tally: counts for how many meetings a member has not
//	             gained
//	agenda       Allotment: units meet in the ticks that they are given; Attend: a unit is about a
//	             few dimensions, of its issues or not; Calendar: units meet at some ticks only;
//	             Domain: a community talks about its domain; Stages: a unit is about one stage of
//	             the dimensions after the other, by a clock or at its own pace
//	ask          Respondent: whom a person asks; Apprenticeship: a newcomer heeds a master; Led:
//	             people heed their leader
//	objectify    Vote: the vote of those above, against the strength of the norm, and by trust in
//	             voices; Levels: parents objectify by another rule, or more slowly; Decreed:
//	             leaders decide beside the vote; Repository: what is written down, until nobody
//	             writes any more or it is lost; Transactive: units remember who knows what;
//	             Weighed: votes count by the weights of ties
//	relay        Goals: the top passes down its goals only; Visibility: what of a unit's norm its
//	             parent hears, and its children
//	externalize  PassOn: the animator passes on a claim of another; Withhold: people keep back
//	             what sets them apart
//	internalize  Narrow: people do not listen to contradiction; Take: a norm is learned more
//	             readily the stronger it is
//	experience   Within: trials within what a person's units are about
//	begin        Specialist: people begin with beliefs about their own work
//
// These read and write what rules remember: [Strengths], how strong the norms of a unit are;
// [Course], where a unit is in its stages; [Community], what its domain is; [Directory], whom it
// knows for what; [Issues], what is on its agenda; [Meetings], when it meets; [Passed], what a
// person passes on; [Tie], how it trusts a voice; [Turn], who has the floor; [Traits], what people
// are. [Work] says what the work of a person is about. [Interests] are a self (sim.Selves).
// [Attendance.Say] is how people talk who must come.
//
// # Words
//
// Package agents defines unit, norm, voice, vote, standing, tick, lane, coin and the like.
//
//	slope              a parameter whose sign the literature argues about: 0 by default, and -1 to
//	                   1 (Take.Pull may be more)
//
//	gather             to learn from the norm of a unit
//	ask                to learn from the claim of one voice of a unit, the respondent
//	create             to meet and try what is not decided yet
//
//	tenure             ticks since a person came, to the organization or to one unit; 0 in his
//	                   first. In Vote: the votes of a unit in which he was heard before, 0 to 255
//	founder            a person who is there from tick 0; he is a full member at once
//	full member        a person who is heard; an apprentice is one who is not yet
//	wait               the tenure at which an apprentice becomes a full member
//	master             the full member whom an apprentice heeds instead of the norm
//
//	will               of a person in a unit: how many of its meetings he would come to, 0 to 16
//	                   sixteenths; at 0 he has left
//	compelled          made to come, whatever one's will
//	commitment         of a person in a unit: 0 to 15; it rises where he gains
//	gain               what reality pays a person more after he learned something than before; he
//	                   sees it himself, however little of merit others see (Seen of a reality)
//	project            what a unit is about for some ticks; its content is what is unknown or
//	                   contested in the unit
//	energy             of a person in a unit: 0 to 15; it changes at the end of each project
//	trait              what a person has of his culture: 0 to 15 of individualism, competition and
//	                   short-termism; see Traits
//
//	taken for granted  what counts as knowledge so firmly that nobody asks for reasons any more
//	strength           how much a norm is taken for granted: 0 to 7, of each unit and dimension
//	net vote           the weights of the voices above a unit who say yes, less those who say no
//
//	trust              of a unit in a voice: 0 to 15; it rises where people gain by what the voice
//	                   said, or, of a second kind, where the voice answers who asks it
//	work               the dimensions that a person's work is about
//
//	directory          whom a unit knows for each dimension: a person or none
//	floor              who has it in a tick is heard in the unit then; others are silent
//	animator           the member of a unit who passes on what nobody heard, and invites who was
//	                   silent (agenda.Animate)
//
//	issue              a dimension that is on a unit's agenda because somebody raised it
//	                   (sim/agenda)
//	task               some dimensions that a unit must get right in a cycle (sim/tasks)
//
//	parent             a unit that hears other units, its children, and no people (network.Nested)
//	level              how far a unit is above those of people, which have level 0
//	top                the unit without a parent
//	hidden             a dimension of a norm is hidden in a tick if whoever hears the unit does
//	                   not hear it
//
//	topic              some consecutive dimensions; the T topics have every dimension once
//	domain             the topics that a unit talks about; a unit with a domain is a community
//	interests          the topics that interest a person
//	affinity           the topics that a person shares with a unit, and those that a goal does
//	incidental talk    talk outside the domain
//	meeting            a tick in which somebody learned in a unit; for a person, in which he did
//	idle               the meetings in a row without gain
//	entry              of a repository, a dimension in which it has a norm
//	unattended         a repository in which nobody writes any more
//
//	open               a unit is open in a tick in which it meets; a dimension is open in a unit
//	                   that is about it; a repository is open if all may write in it
//	period             the ticks between two allotments of time
//	goal               a dimension in which the top decides what counts as knowledge below
//	stage              some consecutive dimensions; the stages of a flow have every dimension once
//	flow               the way of a unit through the stages, once or several times
//	loop               one way through all stages; a flow has one loop or several
//	phase              of a calendar, the first tick of an opening; of a flow, one visit of one
//	                   stage in one loop, numbered through the flow from 0
//	course             what is remembered of a unit that goes at its own pace: see Course
//
// # Signs
//
// These parameters can have either sign, because the sign is what people argue about. All are 0 by
// default. No other parameter of the package can be negative:
//
//	Vote.Tenure           do those who have been heard for long count for more?
//	Vote.Trust            do those who are trusted count for more?
//	Led.Trust             is a leader heeded more who is trusted?
//	Apprenticeship.Slope  the same as Vote.Tenure: Apprenticeship.Weigh gives it to a Vote
//	Attendance.Own        does who gains come more often?
//	Attendance.Heard      does who is heard come more often?
//	Attendance.ShortTerm  do the short-sighted leave where there is no gain?
//	Attendance.Crowd      does who must come talk more, or less?
//	Commitment.Slope      does who is committed speak more?
//	Expectations.Learn    does a project with content give energy, and a dull one take it?
//	Expectations.Visible  do visible results give energy?
//	Expectations.Origin   do projects that are set from above give energy?
//	Expectations.Energy   does who has energy speak more?
//	Withhold.Slope        do individualists keep back what sets them apart?
//	Narrow.Slope          do those who see rivals listen less to contradiction?
//	Attend.Talk           do people talk of what is on the agenda, or avoid it?
//	Take.Pull             is what is taken for granted learned more readily?
package practice
