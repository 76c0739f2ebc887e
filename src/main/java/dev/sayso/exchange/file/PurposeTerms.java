package dev.sayso.exchange.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Terms for what is done with people's data beside contacting them, in eight languages,
 * in the form that {@link ChannelTerms#words} gives a text. None of it is marketing.
 */
final class PurposeTerms {

	private static final String PERSONALIZE = "profiling|(?:not|to) profile|profilage|profiler|profiles? building|profilier\\w*|profilazion[ei]|profilare|profilar|perfilad[oa]s?|perfilar"
			+ "|elaboracion de perfiles|creacion de perfiles|profilowani\\w*|profilowac|profileren|profilering|профилир\\w*|profilbildung"
			+ "|\\w*personali[sz]\\w*|personnali[sz]\\w*|персонализ\\w*";

	private static final String SHARE = "(?:gegevens|daten|datos|dati|donnees|danych|данны\\w+|data) (?:delen|teilen|weitergeben|doorgeven|verkopen|verkaufen|share|udostepn\\w*)|third part(?:y|ies)|3rd part(?:y|ies)|tierces? parties?|tiers|terz[io]|terze parti|dritte?[nr]?|drittanbieter\\w*|derden|derde partijen|terceros|terceras partes"
			+ "|\\w*trzeci\\w*|треть\\w*|datenweitergabe|\\w*weitergabe|weitergeb\\w*|doorgeven|doorgifte|(?:data |information |list )?sharing|share|shared|sell|selling"
			+ "|sale of (?:\\w+ )?(?:data|information)|data sales?|partage\\w*|partager|delen|gegevensdeling|verkopen|verkaufen|datenverkauf|vendre|vender|vendere|cesion|ceder|cessione|cession"
			+ "|comparti\\w*|condivi\\w*|teilen|udostepni\\w*|przekaz\\w*|передач\\w*|передав\\w*|prodazh\\w*|продаж\\w*|sprzedaz\\w*|ccpa";

	private static final String PARTNERS = "partners?|partnern|partenaires?|socios|партнер\\w*|partnerow|partnerzy|partnerami|affiliates?|sponsors?";

	private static final String OPENS = "(?:e ?mail )?open(?:ing|ings|s)? (?:tracking|tracing|measurement|rates?)|(?:tracking|measur\\w+|suivi|mesure|tracciament\\w+|seguimiento|sledzeni\\w+) (?:of |de |des |d |degli |delle |di |las |los )?(?:e ?mail )?(?:opens?|openings?|ouvertures?|aperture?|aperturas?|otwarc\\w*)"
			+ "|\\w*offnungs?(?:messung|tracking|verfolgung|analyse)|open(?:ings)?(?:meting|tracking)|отслежив\\w+ открыт\\w+|tracking pixels?|opentracking";

	private static final String CLICKS = "(?:links? )?(?:clicks?|clics?|klicks?|kliks?)(?: |)(?:tracking|tracing|measurement|messung|meting|verfolgung|analyse)|(?:link tracking|linktracking)"
			+ "|(?:tracking|measur\\w+|suivi|mesure|tracciament\\w+|seguimiento|sledzeni\\w+) (?:of |de |des |d |dei |di |los |las )?(?:links? )?(?:clicks?|clics?|klikni\\w*|liens|enlaces)|отслежив\\w+ (?:клик\\w*|переход\\w*|ссыл\\w*)";

	private static final String TRACKING = "tracking|trackers?|track|tracken|suivi|tracer|tracage|pistage|tracciament\\w*|tracciare|seguimiento|rastre\\w*|sledzeni\\w*|sledzic|отслежив\\w*|трекинг\\w*"
			+ "|volgen|nachverfolg\\w*|\\w*messung|erfolgsmessung|\\w*verfolgung|\\w*metingen|meting|measurement|measuring|mesure (?:d )?audience|mesurer|mesure|misurazion[ei]|medicion(?:es)?|pomiar\\w*|измерен\\w*|\\w*tracking";

	private static final String MODELING = "model(?:l?ing| training)|(?:ai|ml|ki|ia|model|machine|algorithm\\w*) (?:training|learning|entrainement)|train(?:ing)? (?:of |on |a |an |the |our )*(?:ai|ml|models?|algorithms?)|machine learning"
			+ "|artificial intelligence|intelligence artificielle|inteligencia artificial|intelligenza artificiale|kunstliche intelligenz|kunstmatige intelligentie|sztuczn\\w* inteligencj\\w*|искусственн\\w* интеллект\\w*"
			+ "|modelis(?:ation|er)|modell?izzazione|modelado|modelizacion|modellierung|ki ?training|ai ?training|modelltraining|modelowani\\w*|моделирован\\w*|(?:entrainement|entrainer|entrenar|entrenamiento|addestra\\w*|обучен\\w*|uczeni\\w*|trenowani\\w*|trainieren|trainen) .*(?:ia|ki|ai|model\\w*|модел\\w*|maszynow\\w*|algor\\w*)|scoring";

	private static final String OPENING = "(?:opens?|openings?|ouvertures?|aperturas?|aperture|offnung(?:s|en)?|otwarc\\w*|открыт\\w*)";

	private static final String CLICKING = "(?:clicks?|clics?|klick(?:s|tracking|messung)?|kliks?|klikni\\w*|клик\\w*)";

	/** What may be refused in a few words, such as <em>no tracking</em>. */
	static final String ANY = "(?:" + String.join("|", PERSONALIZE, SHARE, OPENS, CLICKS, TRACKING, MODELING) + ")";

	/** The same, and with whom data are shared. */
	static final String NAME = "(?:" + ANY + "|" + PARTNERS + ")";

	private static final Map<Pattern, ColumnTarget> TARGETS = new LinkedHashMap<>();

	static {
		TARGETS.put(words(MODELING), ColumnTarget.of("consent.modeling"));
		TARGETS.put(words(PERSONALIZE), ColumnTarget.of("consent.personalize.content"));
		TARGETS.put(words(SHARE + "|" + PARTNERS), ColumnTarget.of("consent.share"));
		TARGETS.put(words(OPENING + "\\b.*\\b" + CLICKING + "|" + CLICKING + "\\b.*\\b" + OPENING),
				ColumnTarget.of("consent.tracking"));
		TARGETS.put(words(OPENS), ColumnTarget.of("consent.tracking.opens"));
		TARGETS.put(words(CLICKS), ColumnTarget.of("consent.tracking.clicks"));
		TARGETS.put(words(OPENING), ColumnTarget.of("consent.tracking.opens"));
		TARGETS.put(words(CLICKING), ColumnTarget.of("consent.tracking.clicks"));
		TARGETS.put(words(TRACKING), ColumnTarget.of("consent.tracking"));
	}

	/** Numbers of parcels and links, and what people do by themselves. */
	private static final Pattern OTHER_THING = words(
			"(?:tracking|track) (?:numbers?|no|nr|codes?|ids?|urls?|links?|ref(?:erence)?s?)|(?:order|parcel|shipment|delivery|package|colis|paket|sendungs?)\\w* ?(?:tracking|track|suivi|verfolgung)|sendungsverfolgung"
					+ "|(?:last|first|number of|total|e ?mails?) (?:open(?:ed|s)?|click(?:ed|s)?)$|credit scoring|lead scoring|market shares?|number of shares");

	private static final Pattern NAMED = words(ANY);

	private PurposeTerms() {
	}

	/** The consent that a text names beside marketing; empty where it names none. */
	static Optional<ColumnTarget> consent(String words) {
		return isOtherThing(words) ? Optional.empty()
				: TARGETS.entrySet()
					.stream()
					.filter((target) -> target.getKey().matcher(words).find())
					.map(Map.Entry::getValue)
					.findFirst();
	}

	/** Whether a text names what is done with data, and not only with whom. */
	static boolean isNamed(String words) {
		return NAMED.matcher(words).find() && consent(words).isPresent();
	}

	private static boolean isOtherThing(String words) {
		return OTHER_THING.matcher(words).find() && !words.matches(".*\\b(?:not|no|never|share (?:my|data|with)) .*");
	}

	private static Pattern words(String terms) {
		return ChannelTerms.terms("\\b(?:" + terms + ")\\b");
	}

}
