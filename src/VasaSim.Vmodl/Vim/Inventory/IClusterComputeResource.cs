namespace VasaSim.Vmodl.Vim;

/// <summary>A cluster of hosts.</summary>
[ManagedObject("ClusterComputeResource", Since = "2.0")]
public interface IClusterComputeResource : IComputeResource;
