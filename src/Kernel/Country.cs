using System.Collections.Frozen;
using System.Globalization;

namespace Emporium;

/// <summary>The countries and territories of ISO 3166-1, by code, with their English names.</summary>
public static class Country
{
    private const string Codes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK " +
        "CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS " +
        "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV " +
        "LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM " +
        "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR " +
        "TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

    // Uninhabited, and unknown to the cultures of some systems.
    private static readonly FrozenDictionary<string, string> Unlisted = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AQ"] = "Antarctica", ["BV"] = "Bouvet Island", ["EH"] = "Western Sahara", ["GS"] = "South Georgia & South Sandwich Islands",
        ["HM"] = "Heard & McDonald Islands", ["TF"] = "French Southern Territories",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Names =
        Codes.Split(' ').ToFrozenDictionary(code => code, NameIn, StringComparer.Ordinal);

    /// <summary>By English name.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [.. Names.Select(n => (n.Key, n.Value)).OrderBy(n => n.Value, StringComparer.InvariantCulture)];

    /// <summary>The English name; the code itself where nobody knows it.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, code);

    /// <param name="code">In capitals.</param>
    public static bool IsKnown(string code) => Names.ContainsKey(code);

    private static string NameIn(string code) => Unlisted.GetValueOrDefault(code) ?? new RegionInfo(code).EnglishName;
}
