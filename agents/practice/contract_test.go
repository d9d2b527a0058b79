package practice_test

import (
	"testing"

	"orglearn/agents"
	"orglearn/agents/agentstest"
	"orglearn/agents/practice"
)

// The rules of the knowledge sharing cycle keep the contract of package agents.
func TestCycleKeepsTheContract(t *testing.T) {
	strict := agentstest.Suite{NoAllocs: true}
	strict.Asker(t, practice.Respondent{})
	strict.Asker(t, practice.Respondent{By: practice.ByStanding})
	strict.Doer(t, practice.Shares{})
	strict.Doer(t, practice.Shares{Ask: 4, Create: 4, Idle: 4})
}

// The rules of agendas and directories keep the contract of package agents.
func TestAttentionKeepsTheContract(t *testing.T) {
	strict := agentstest.Suite{NoAllocs: true}
	strict.Agenda(t, practice.Attend{})
	strict.Agenda(t, practice.Attend{Open: 4, Block: 2, Talk: .5, Of: practice.Calendar{
		Every: 2, For: 1}})
	strict.Asker(t, practice.Respondent{By: practice.ByDirectory})
	strict.Objectifier(t, practice.Transactive{Of: agents.Superior{Rate: .5}})
	strict.Objectifier(t, practice.Transactive{Of: practice.Vote{Rate: .5, Hold: 1, Tenure: .5}})
	strict.Participant(t, practice.Floor{})
	strict.Participant(t, practice.Floor{Of: practice.Commitment{Slope: .5}})
	strict.Externalizer(t, practice.PassOn{Of: agents.Say{Rate: .5}})
}
