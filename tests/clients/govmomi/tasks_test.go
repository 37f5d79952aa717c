package clients

import (
	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// The tasks of a provider, each over any number of groups. The error is that of the call; what became of the groups
// is in the task's result.

type taskRef = types.ManagedObjectReference

func (p *provider) sync(name string, ids ...types.ReplicationGroupId) (taskRef, error) {
	r, err := methods.SyncReplicationGroup_Task(ctx, p.c.sms, &sms.SyncReplicationGroup_Task{This: p.ref, GroupId: ids, PitName: name})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

func (p *provider) prepare(ids ...types.ReplicationGroupId) (taskRef, error) {
	r, err := methods.PrepareFailoverReplicationGroup_Task(ctx, p.c.sms, &sms.PrepareFailoverReplicationGroup_Task{This: p.ref, GroupId: ids})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

func (p *provider) failover(param sms.FailoverParam) (taskRef, error) {
	r, err := methods.FailoverReplicationGroup_Task(ctx, p.c.sms, &sms.FailoverReplicationGroup_Task{This: p.ref, FailoverParam: &param})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

func (p *provider) reverse(ids ...types.ReplicationGroupId) (taskRef, error) {
	r, err := methods.ReverseReplicateGroup_Task(ctx, p.c.sms, &sms.ReverseReplicateGroup_Task{This: p.ref, GroupId: ids})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

func (p *provider) testStart(param sms.FailoverParam) (taskRef, error) {
	r, err := methods.TestFailoverReplicationGroupStart_Task(ctx, p.c.sms, &sms.TestFailoverReplicationGroupStart_Task{
		This: p.ref, TestFailoverParam: sms.TestFailoverParam{FailoverParam: param},
	})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

func (p *provider) testStop(force bool, ids ...types.ReplicationGroupId) (taskRef, error) {
	r, err := methods.TestFailoverReplicationGroupStop_Task(ctx, p.c.sms, &sms.TestFailoverReplicationGroupStop_Task{
		This: p.ref, GroupId: ids, Force: force,
	})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

func (p *provider) promote(planned bool, ids ...types.ReplicationGroupId) (taskRef, error) {
	r, err := methods.PromoteReplicationGroup_Task(ctx, p.c.sms, &sms.PromoteReplicationGroup_Task{
		This: p.ref, PromoteParam: sms.PromoteParam{IsPlanned: planned, ReplicationGroupsToPromote: ids},
	})
	if err != nil {
		return taskRef{}, err
	}
	return r.Returnval, nil
}

// planned and unplanned say what is to be failed over, with the newest data.
func planned(groups ...*group) sms.FailoverParam { return failoverParam(true, groups) }

func unplanned(groups ...*group) sms.FailoverParam { return failoverParam(false, groups) }

func checkOnly(param sms.FailoverParam) sms.FailoverParam {
	param.CheckOnly = true
	return param
}

// withReplica says which data a failover of one group takes.
func withReplica(param sms.FailoverParam, id sms.PointInTimeReplicaId) sms.FailoverParam {
	param.ReplicationGroupsToFailover[0].PitId = &id
	return param
}

func failoverParam(planned bool, groups []*group) sms.FailoverParam {
	param := sms.FailoverParam{IsPlanned: planned}
	for _, g := range groups {
		param.ReplicationGroupsToFailover = append(param.ReplicationGroupsToFailover, sms.ReplicationGroupData{GroupId: g.id()})
	}
	return param
}
