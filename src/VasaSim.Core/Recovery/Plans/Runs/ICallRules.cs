namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>Says of each call that a run makes to the Storage Monitoring Service what is to become of it.</summary>
public interface ICallRules
{
    /// <summary>Asked once before a call is made, in the turn on the world in which it is made; must not block.</summary>
    /// <returns>What is to become of it; null: nothing but what would.</returns>
    CallRuling? RuleOn(World world, MadeCall call);
}
