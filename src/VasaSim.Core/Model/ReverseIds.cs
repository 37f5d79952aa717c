namespace VasaSim.Core.Model;

/// <summary>What becomes of the ids when replication is reversed.</summary>
public enum ReverseIds
{
    /// <summary>Both groups keep their ids and swap roles.</summary>
    Keep,

    /// <summary>Both ids disappear and two new ones take their place.</summary>
    New,
}
