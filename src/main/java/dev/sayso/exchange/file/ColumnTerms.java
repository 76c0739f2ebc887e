package dev.sayso.exchange.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.exchange.file.ColumnTarget.Kind;
import dev.sayso.person.WrittenAnswer;

/**
 * Terms by which the name of a column says that it holds a stop, a consent, or what is
 * told about either, in eight languages.
 */
public final class ColumnTerms {

	private static final Pattern CONSENT = ChannelTerms
		.terms("opt(?:ed|s|ing)? ?in|\\bconsents?\\b|consented|agrees? to|marketing (status|permission)|subscription status|email status|sms status"
				+ "|^permissions?$|zgod(a|e|y)\\b|\\bsubscribed\\b|consentement|toestemming|einwillig|einverstand|zustimm|consentimiento|consenso"
				+ "|соглас|(contact|e ?mail|mail|text|call|phone)able\\b|kontaktierbar|contattabile|contacteerbaar");

	/** Speaks of consent where it names a channel, or contact. */
	private static final Pattern MAY = ChannelTerms
		.terms("accept|accett|acepta|permission|permit|permis|permess|\\ballow|^may\\b|\\bmay (we|be|i)\\b|\\bcan\\b|\\bcould\\b|\\bok(ay)?( to\\b|$)|\\berlaub|autori[sz]|authori[sz]"
				+ "|toegestaan|разреш|можно|mozna|pozwol|\\bpeut\\b|\\bpuede\\b|\\bpuo\\b|\\bdarf\\b|\\bmag\\b|reachable|erreichbar|joignable|bereikbaar"
				+ "|raggiungibile|\\b(wants?|wishes|souhaite|veut|desea|quiere|vuole|desidera|wil|wenst|wunscht|mochte|chce|хочет)\\b");

	/** Consents to something else than to be contacted. */
	private static final Pattern ELSEWHERE = ChannelTerms.terms("\\bcookies?\\b|analytics");

	private static final Pattern OTHER_CONSENT = ChannelTerms.terms(
			"\\bterms\\b|conditions|\\bagb\\b|\\bcg[uv]\\b|privacy policy|datenschutzerkl|\\b[pf]h?otos?\\b|image|parent|medical|treatment"
					+ "|processing|verarbeit|traitement|credit|kredit|payment|max\\b");

	/** What is told about a stop or a consent and is neither. */
	private static final Pattern ABOUT = ChannelTerms
		.terms("reason|raison|motif|grund|reden|motivo|причин|powod|campaign|campagne|title|\\burl\\b|\\blink|\\bip\\b|\\bids?\\b|source|method"
				+ "|\\bby\\b(?! " + ChannelTerms.ANY
				+ "\\b)|count|number of|token|comment|note|remark|form\\b|text\\b$|version|list name|topics?|messaging"
				+ "|\\borders?\\b|appointment|booking|invoice|meeting|flight|amount|\\brate\\b|score|deliver(y|ies)|(?<!third |3rd )\\bparty\\b");

	/** Such a name says what its cells are, whatever it begins with. */
	private static final Pattern MEASURE = ChannelTerms.terms(
			"\\b(?:counts?|numbers?|nr|nummer|numero|ids?|reasons?|raison|motif|grund|reden|motivo|source|url|link|ip|token|version|score|rate|names?|codes?)$"
					+ "|^(?:numbers?|nb|nombre|anzahl|aantal|total|count)\\b");

	/** What is allowed to those who want to leave. */
	private static final Pattern WAY_OUT = ChannelTerms.terms(
			"(?:unsub|opt(?:ing)? ?out|desabonn|desinscri|abmeld|uitschrijv|disiscri|wypis|отпис).*\\b(?:allowed|permitted|possible|available|erlaubt|moglich|autorise\\w*|toegestaan|mogelijk|page|template|confirmation|survey)$");

	private static final Pattern PENDING = ChannelTerms.terms(
			"\\bpending|unconfirmed|not confirmed|\\bawaiting|\\bwaiting|en attente|ausstehend|unbestatigt|in afwachting|onbevestigd|pendiente|in attesa|ожида|oczek");

	private static final Pattern NOT = ChannelTerms.terms("\\b(not|non) ");

	private static final Pattern WHEN = ChannelTerms.terms(
			"\\b(time|date|datum|timestamp|when|fecha|дата|zeit|quand)\\b|\\bdata (?:di|del\\w*|dell|wy\\w*|zgod\\w*|rez\\w*|otrzym\\w*|ostatn\\w*|consenso|revoca|opt|cancell\\w*|disiscri\\w*|iscri\\w*)\\b|\\b(at|on|le|am|op|el|il)( utc| gmt)?$");

	/** A consent, and words that do not say to what. */
	private static final Pattern BARE = ChannelTerms
		.terms("(?:\\b(?:opt(?:ed|s|ing)?|ins?|optin|double|single|consent\\w*|agree[sd]?|agreement|permission|permissions|permiso|permesso|permis|zgod[aey]|subscri\\w*|toestemming"
				+ "|\\w*einwilligung\\w*|einverst\\w*|zustimm\\w*|consenso|согласи\\w*|kontaktierbar|contattabile|contacteerbaar|autori[sz]\\w*|authori[sz]\\w*|allowed|accepted|accepts?|may|can|ok"
				+ "|given|granted|obtained|received|expressed|explicit|express|status|state|flag|value|current|general|valid|active|confirmed|confirmation|gdpr|rgpd|dsgvo|avg|rodo|lopd|user|users|customers?|clients?|persons?|people"
				+ "|members?|kunden?|klant|klanten|cliente|clientes|clienti|klienta|клиента|yes|no|y|n|has|have|is|was|to|the|a|of|by|for|my|your|our|us|we|you|i|de|du|des|d|la|le|les|l|el|il|del|van|der|die|das|na|на|erteilt|vorhanden|liegt|vor"
				+ "|gegeven|gekregen|donne|dato|otorgado|dado|udzielona|wyrazona|дано|получено|properties|lists?|\\d+)\\b ?)+");

	/** A file of what was bought or booked. */
	private static final Pattern TRADE = ChannelTerms
		.terms("\\b(?:orders?|invoices?|amounts?|price|products?|sku|quantity|qty|booking|reservation|appointments?|event|ticket|delivery|shipping|shipment|payment|paid|refund\\w*|returns?|item"
				+ "|total|bestell\\w*|bestelling\\w*|rechnung\\w*|betrag|factuur|bedrag|afspraak|termin|commandes?|facture|montant|rendez vous|pedidos?|factura|importe|cita|ordin[ei]|fattura|importo"
				+ "|заказ\\w*|сумма|zamowieni\\w*|kwota|faktura)\\b");

	private ColumnTerms() {
	}

	/**
	 * What a column of this name is, where it holds a stop or a consent. A purpose that
	 * it names beside marketing is what it is about; one that names both is for people to
	 * say.
	 */
	static Optional<ColumnTarget> target(String name) {
		String words = ChannelTerms.words(name);
		boolean begins = StopTerms.begins(words) || MAY.matcher(words).lookingAt();
		if (ELSEWHERE.matcher(words).find() || isAbout(words, begins) || WAY_OUT.matcher(words).find()
				|| ChannelTerms.namesSeveral(name)) {
			return Optional.empty();
		}
		if (StopTerms.isRefusal(name, words)) {
			return Optional.of(target(Kind.NO, words));
		}
		Optional<WrittenAnswer> topic = StopTerms.in(name);
		if (topic.isEmpty() && PENDING.matcher(words).find() && CONSENT.matcher(words).find()) {
			return Optional.of(target(Kind.PENDING, words));
		}
		if (NOT.matcher(words).find() && !StopTerms.beginsStopped(words)) {
			return Optional.empty();
		}
		if (topic.isPresent()) {
			return (topic.get() == WrittenAnswer.BOUNCED) ? Optional.empty() : Optional.of(target(Kind.NO, words));
		}
		return (isConsent(words) && !isToSomethingElse(words)) ? Optional.of(target(Kind.CONSENT, words))
				: Optional.empty();
	}

	/** Whether a consent names what nobody here knows, and no contact. */
	private static boolean isToSomethingElse(String words) {
		return PurposeTerms.consent(words).isEmpty() && ChannelTerms.purpose(words).isEmpty()
				&& !StopTerms.ANY_CHANNEL.matcher(words).find() && !BARE.matcher(words).matches();
	}

	static ColumnTarget target(Kind kind, String words) {
		return PurposeTerms.consent(words)
			.map((consent) -> consent.as(kind))
			.orElseGet(() -> new ColumnTarget(kind,
					ChannelTerms.purpose(words).orElseGet(() -> StopTerms.usual(words)).key()));
	}

	private static boolean isAbout(String words, boolean begins) {
		return MEASURE.matcher(words).find() || ABOUT.matcher(words).find() && !begins;
	}

	private static boolean isConsent(String words) {
		if (WHEN.matcher(words).find() || OTHER_CONSENT.matcher(words).find()
				|| StopTerms.NEGATED.matcher(words).lookingAt()) {
			return false;
		}
		return CONSENT.matcher(words).find() || MAY.matcher(words).find()
				&& (StopTerms.ANY_CHANNEL.matcher(words).find() || PurposeTerms.consent(words).isPresent());
	}

	public static boolean speaksOfConsent(String text) {
		return isConsent(ChannelTerms.words(text));
	}

	/** Whether a name tells a time, or what else there is to tell about an answer. */
	static boolean isTold(String name) {
		String words = ChannelTerms.words(name);
		return isTime(name) || MEASURE.matcher(words).find() || ABOUT.matcher(words).find();
	}

	static boolean isTime(String name) {
		return WHEN.matcher(ChannelTerms.words(name)).find();
	}

	static boolean namesConsent(String name) {
		String words = ChannelTerms.words(name);
		return CONSENT.matcher(words).find()
				|| words.matches(".*\\b(?:gdpr|rgpd|dsgvo|avg|rodo|permissions?|autorisations?|berechtigung)\\b.*");
	}

	static boolean namesPreference(String name) {
		return ChannelTerms.words(name).matches(".*\\b(?:preferen|preferr|voorkeur|praferenz|предпочт).*");
	}

	/**
	 * Whether a name holds a channel, contact, advertising, or what is done with data.
	 */
	static boolean namesContact(String name) {
		String words = ChannelTerms.words(name);
		return StopTerms.ANY_CHANNEL.matcher(words).find() || !ChannelTerms.purpose(words).isEmpty()
				|| PurposeTerms.consent(words).isPresent()
				|| words.matches(".*(?:werbung|werbe|reclame|reklam|marketing).*");
	}

	/**
	 * Whether a file is one of orders or bookings, whose states are not those of people.
	 */
	static boolean isTrade(List<String> header) {
		return header.stream().anyMatch((name) -> TRADE.matcher(ChannelTerms.words(name)).find())
				&& header.stream().noneMatch(ColumnTerms::isOfSubscribers);
	}

	private static boolean isOfSubscribers(String name) {
		return StopTerms.namesList(name) || namesConsent(name)
				|| StopTerms.in(name).isPresent() && !StopTerms.isVague(name);
	}

}
