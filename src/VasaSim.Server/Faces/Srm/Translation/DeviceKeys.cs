using System.Globalization;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>The keys and labels of devices, as vSphere counts them.</summary>
internal static class DeviceKeys
{
    private const int FirstDisk = 2000;
    private const int FirstNetwork = 4000;
    private const string Disk = "Hard disk ";

    /// <summary>The key of the network adapter of an index.</summary>
    public static int Network(int index) => FirstNetwork + index;

    /// <summary>The label of a disk.</summary>
    public static string LabelOf(int key) => string.Create(CultureInfo.InvariantCulture, $"{Disk}{key - FirstDisk + 1}");

    /// <summary>The key of the disk of a label; 0 for a label of another form.</summary>
    public static int OfLabel(string label) =>
        label.StartsWith(Disk, StringComparison.Ordinal) && int.TryParse(label[Disk.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? FirstDisk + number - 1
            : 0;
}
