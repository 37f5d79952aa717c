namespace VasaSim.Server.Faces.Srm;

/// <summary>A version of the API; each has its own paths.</summary>
internal enum SrmVersion
{
    /// <summary>The first, in which the times of tasks are texts.</summary>
    V1 = 1,

    /// <summary>The second.</summary>
    V2 = 2,
}
