package practice_test

import (
	"testing"

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
