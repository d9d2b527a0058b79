package roster

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// nameDepartments numbers the departments that a column gives for each person; "" means none. If
// nobody is in a department, the roster has none.
func (r *Roster) nameDepartments(column []string) {
	names := slices.Clone(column)
	slices.SortFunc(names, departmentOrder(column))
	names = slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
	if len(names) == 0 {
		return
	}
	number := make(map[string]int, len(names))
	for k, name := range names {
		number[name] = k
	}
	r.departments, r.department = names, make([]int, len(column))
	for p, name := range column {
		r.department[p] = -1
		if name != "" {
			r.department[p] = number[name]
		}
	}
}

// departmentOrder compares names as numbers if all are integers, and otherwise as text.
func departmentOrder(names []string) func(a, b string) int {
	value := make(map[string]int, len(names))
	for _, name := range names {
		n, err := strconv.Atoi(name)
		if err != nil && name != "" {
			return strings.Compare
		}
		value[name] = n
	}
	return func(a, b string) int {
		return cmp.Or(cmp.Compare(value[a], value[b]), strings.Compare(a, b))
	}
}

// departmentSizes returns the numbers of people in the smallest and the largest department, and in
// none.
func (r *Roster) departmentSizes() (smallest, largest, none int) {
	if r.department == nil {
		return 0, 0, 0
	}
	sizes := make([]int, len(r.departments))
	for _, k := range r.department {
		if k < 0 {
			none++
			continue
		}
		sizes[k]++
	}
	return slices.Min(sizes), slices.Max(sizes), none
}

// branch makes the branches of the chart its departments. Each direct report of the chief who leads
// people heads a branch, which includes everyone below him.
//
// The chief's office is one more department: the chief and his direct reports who lead nobody. They
// belong to no branch, and in a department alone a person would have nobody to learn from.
//
// If only one direct report leads people, as under a chairman, he belongs to the office too, and
// the branches are those below him. If there are several chiefs, each who leads people heads a
// branch. People outside the chart are in no department.
func (r *Roster) branch() {
	reports := listReports(r.superior)
	heads := leaders(r.chiefs(), reports)
	for len(heads) == 1 {
		heads = leaders(reports[heads[0]], reports)
	}
	branch := make([]int, len(r.ids))
	for k, head := range heads {
		below := []int32{head}
		for len(below) > 0 {
			p := below[len(below)-1]
			branch[p] = k + 1
			below = append(below[:len(below)-1], reports[p]...)
		}
	}
	r.nameDepartments(branchNames(branch, r.inChart))
}

// leaders returns those of the people who have reports.
func leaders(people []int32, reports [][]int32) (heads []int32) {
	for _, p := range people {
		if len(reports[p]) > 0 {
			heads = append(heads, p)
		}
	}
	return heads
}

// branchNames names the department of each person. Branch 0 is the office, other branches have
// numbers, and people outside the chart have "". The numbers have the same width, so that they sort
// as text.
func branchNames(branch []int, inChart []bool) []string {
	names := make([]string, len(branch))
	width := len(strconv.Itoa(slices.Max(branch)))
	for p, k := range branch {
		switch {
		case !inChart[p]:
		case k == 0:
			names[p] = "Office of the chief"
		default:
			names[p] = fmt.Sprintf("branch %0*d", width, k)
		}
	}
	return names
}
