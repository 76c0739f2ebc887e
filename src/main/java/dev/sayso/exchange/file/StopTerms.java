package dev.sayso.exchange.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;

/**
 * Terms by which names of columns and files, titles and remarks speak of stopping or of
 * consent, in eight languages.
 */
public final class StopTerms {

	private static final Pattern LEFT = ChannelTerms
		.terms("unsub|opt(ed|ing)? ?outs?(?!er)|cancelled|withdr(aw|ew)|revok|revo(cad|cat|qu)|desabonn|desinscri|resili(e|ee|ation)\\b|uitgeschreven"
				+ "|uitschrijv|afgemeld|afmeld|opgezegd|ingetrokken|abgemeldet|abmeld|abbestell|widerspr|widerruf|austrag|\\bbajas?\\b"
				+ "|desuscri|darse de baja|disiscri|cancellat|отпис|отказ|отозва|возраж|wypis|rezygn|wycofan|sprzeciw"
				+ "|spam (report|complaint)|complain|objected|objects? to|right to object|bezwaar|opposizione|oposicion");

	private static final Pattern STOPPED = ChannelTerms
		.terms("do ?not ?(bulk ?)?(contact|disturb|e ?mail|mail|call|phone|text|sms|send|push|sell|share|fax)|no longer (contact|e ?mail|mail|call|text|subscri)"
				+ "|stop (list|contact|mail|sms)|(?<!\\b(bus|tram|train|metro|nearest|next|last|first|pit|non|full) )\\bstopp?\\b(?! (name|loss|over|watch|city))"
				+ "|^blocked\\b(?! (account|card|user|number))|geblokkeerd|\\bdnd\\b|black ?list|block ?list|deny ?list|suppress|\\bdnc\\b|\\bdne\\b|\\bdnm\\b"
				+ "|ne (plus|pas|doit pas etre) (contact|appel|ecrire|envoyer|partager|deranger|demarcher|solliciter)|liste noire|liste rouge|opposition(?! party)|bloctel"
				+ "|niet (meer )?(contact|mail|bel|sms|delen|schrijv|storen)|\\bverzet\\b|geen (mail|post|sms|reclame)|gesperrt|sperr ?(list|liste|vermerk)|robinson"
				+ "|nicht (mehr )?(kontakt|anruf|schreib|mail|storen)|no (contactar|llamar|enviar|molestar)|lista negra|excluid"
				+ "|(non|mai) (contattare|chiamare|inviare|scrivere|disturbare)|bloccat|не (беспокоить|писать|звонить|связываться)|заблок|черн\\w* спис|стоп"
				+ "|nie (kontakt|dzwon|wysyl|pisac|przeszkadz)|czarna lista|zablok|not be contacted|not to be contacted"
				+ "|\\brefus(e|es|ed|al)?\\b|\\brechaz|\\brifiut|\\bexclude|\\bobjections?\\b|sperre\\b|\\bzakaz|\\bbrak zgody");

	/** Words that stand between a negation and what is not wanted. */
	private static final String BETWEEN = "(?: (?:more|further|any|mehr|weitere|meer|plus|mas|piu|wiecej|больше|de|d|des|du|of|by|via|per|par|por|door"
			+ "|through|over|uber|durch|przez|po|to|be|we|for|our|the|la|le|les|el|los|il|lo|der|die|das|onze|unsere|nos|want(?:s|ed)?|wish(?:es)?"
			+ "|receive|send|get|recevoir|recibir|ricevere|ontvangen|erhalten|otrzym\\w*|получ\\w*|quiere\\w*|quiero|desea\\w*|deseo|vuole|voglio"
			+ "|desidera\\w*|wil|wenst|veut|veux|souhait\\w*|mochte\\w*|will|wunsch\\w*|chce|zyczy|sobie|хоч\\w*|жела\\w*|pas|e|na)){0,4} ";

	private static final String NEVER = "(?:not|never|don ?t|doesn ?t|won ?t|geen|nooit|niet|kein\\w*|nicht|niemals|nunca|nessun\\w*|niente|pas|aucun\\w*"
			+ "|jamais|brak|zadn\\w*|nie|nigdy|не|никак\\w*|никогда)";

	private static final String NO = "(?:no|non|sin|plus d|plus de|sans|senza|ohne|zonder|without|bez|без|нет)";

	/** What makes of a channel something else. */
	private static final String OTHER_THING = "(?! (?:address|adres|addr|direccion|indirizzo|code|number|nummer|person|name|id|since|provided|given"
			+ "|known|available|found|on file|bekannt|bekend|vorhanden|connu|open|click|sent|yet))";

	private static final String CONSENTING = "(?:consent\\w*|permission|permis\\w*|permess\\w*|allow(?:ed)?|permitted|erlaub\\w*|erwunscht|gewunscht|wanted"
			+ "|autori[sz]\\w*|authori[sz]ed|toestemming|toegestaan|gewenst|einwilligung|einverstand\\w*|zustimmung|consenso|zgod\\w*|соглас\\w*"
			+ "|разреш\\w*|contactable|kontaktierbar|erreichbar|reachable|joignable|bereikbaar|mailable|emailable)";

	/** A channel that is refused, before or after it, or a consent that is. */
	private static final Pattern REFUSED = ChannelTerms
		.terms("(?:^|\\b(?:please|bitte|wants?|wishes|cliente?|customer|kunde|contact|says) )" + NO + BETWEEN
				+ ChannelTerms.ANY + "\\b" + OTHER_THING + "|\\b" + NEVER + BETWEEN + ChannelTerms.ANY + "\\b"
				+ OTHER_THING + "|\\b(?:" + NEVER + "|" + NO + ")(?: \\w+){0,2} " + CONSENTING
				+ "\\b(?!.*(?:required|needed|necessary|erforderlich|nodig|requis))"
				+ "|\\b(?:e ?mails?|news ?letters?|mails?|mailings?|push|werbung|marketing|reclame|publicite|publicidad|pubblicita|correos?|courriels?|рассыл\\w*) no$|\\b(?:"
				+ ChannelTerms.ANY
				+ "|mobile)(?: (?:marketing|werbung|messages?|contact))? (?:nein|nee|niet|nicht|nie|нет|blocked|blockiert|bloque\\w*|geblokkeerd"
				+ "|zablokowan\\w*|verboten|interdit\\w*|prohibid\\w*|vietat\\w*|zabronion\\w*|запрещ\\w*|forbidden|prohibited|unwanted|unerwunscht"
				+ "|ongewenst|indesirable|indesiderat\\w*|niepozadan\\w*|нежелат\\w*|abgelehnt|abgewahlt|verweigert|geweigerd|banned|denied|declined|veto)\\b"
				+ "|\\b(?:rejects?|declines?|declined|refuses?|refuse) (?:\\w+ )?" + ChannelTerms.ANY
				+ "\\b|\\b(?:unwanted|unerwunschte\\w*|ongewenste?|нежелат\\w*|niechcian\\w*) " + ChannelTerms.ANY
				+ "\\b");

	/** A name, a sign and a no. */
	private static final Pattern NO_AT_END = ChannelTerms
		.terms("(?i).*\\p{L}\\s*[:=?–—(-]\\s*(?:no|non|nein|nee|nie|нет|stop|aus|off|uit|out)\\s*[).!]?\\s*");

	/** Numbers of something, whose sign looks like a no. */
	private static final Pattern NUMBERED = ChannelTerms.terms(
			"(?i)\\s*n[ro]?\\s?[.°º].*|(?:n|no|nr|num|nbr) (?:de|des|du|d|del|della|di|of|telefon\\w*|tel|movil\\w*|celular\\w*|gsm|portable|handy)\\b.*");

	private static final Pattern BOUNCED = ChannelTerms.terms(
			"bounc|cleaned (members|segment|export|email)|undeliver|quarantin|invalid email|rebond|rebot|unzustell|недостав|onbestel");

	private static final Pattern CONSENT = ChannelTerms
		.terms("opt ?in|\\bconsents?\\b|consented|agrees? to|marketing (status|permission)|subscription status|email status|sms status"
				+ "|^permissions?$|zgod(a|e|y)\\b|\\bsubscribed\\b|consentement|toestemming|einwillig|einverstand|zustimm|consentimiento|consenso"
				+ "|соглас|(contact|e ?mail|mail|text|call|phone)able\\b|kontaktierbar|contattabile|contacteerbaar");

	/** Speaks of consent where it names a channel, or contact. */
	private static final Pattern MAY = ChannelTerms
		.terms("accept|accett|acepta|permission|permit|permis|permess|\\ballow|^may\\b|\\bmay (we|be|i)\\b|\\bcan\\b|\\bcould\\b|\\bok(ay)?( to\\b|$)|\\berlaub|autori[sz]|authori[sz]"
				+ "|toegestaan|разреш|можно|mozna|pozwol|\\bpeut\\b|\\bpuede\\b|\\bpuo\\b|\\bdarf\\b|\\bmag\\b|reachable|erreichbar|joignable|bereikbaar"
				+ "|raggiungibile|\\b(wants?|wishes|souhaite|veut|desea|quiere|vuole|desidera|wil|wenst|wunscht|mochte|chce|хочет)\\b");

	/** Consents to something else than to be contacted. */
	private static final Pattern ELSEWHERE = ChannelTerms
		.terms("\\btracking\\b|\\bcookies?\\b|profiling|profilage|profilier|analytics");

	private static final Pattern OTHER_CONSENT = ChannelTerms
		.terms("\\bterms\\b|conditions|\\bagb\\b|\\bcg[uv]\\b|privacy policy|datenschutzerkl|\\b[pf]h?otos?\\b|image|parent|medical|treatment"
				+ "|processing|verarbeit|traitement|third part|partner|dritt|sharing|weitergabe|credit|kredit|payment|max\\b");

	private static final Pattern ANY_CHANNEL = ChannelTerms.terms("\\b(?:" + ChannelTerms.ANY
			+ "|mobile|contacted|contactee?|kontaktiert|gecontacteerd|contactad[oa]|contattat[oa]|emailed|mailed|called|texted|phoned|angerufen|gebeld|gemaild)\\b");

	/** What is told about a stop or a consent and is neither. */
	private static final Pattern ABOUT = ChannelTerms
		.terms("reason|raison|motif|grund|reden|motivo|причин|powod|campaign|campagne|title|\\burl\\b|\\blink|\\bip\\b|\\bids?\\b|source|method"
				+ "|\\bby\\b(?! " + ChannelTerms.ANY
				+ "\\b)|count|number of|token|comment|note|remark|form\\b|text\\b$|version|list name|topics?|messaging"
				+ "|\\borders?\\b|appointment|booking|invoice|meeting|flight|amount|\\brate\\b|score|deliver(y|ies)|\\bparty\\b");

	private static final Pattern NOT = ChannelTerms.terms("\\b(not|non) ");

	private static final Pattern WHEN = ChannelTerms.terms(
			"\\b(time|date|datum|timestamp|when|fecha|data|дата|zeit|quand)\\b|\\b(at|on|le|am|op|el|il)( utc| gmt)?$");

	private static final Pattern NEGATED = ChannelTerms.terms(
			"\\b(not|never|no|non|don ?t|pas|jamais|niet|nooit|geen|nicht|kein\\w*|nie|niemals|nunca|mai|sin|sans|ohne|bez|brak|без|не)\\b.*");

	/** Who speaks of a list speaks of mail. */
	private static final Pattern LIST = ChannelTerms.terms(
			"unsub|subscri|opt ?in|\\bbaja|abonn|inscri|suscri|iscri|uitgeschr|afgem|abgem|отпис|подпис|wypis|zapis");

	private StopTerms() {
	}

	/** What a text speaks of. */
	public enum Topic {

		/** The person left. */
		LEFT,

		/** Somebody stopped contact. */
		STOPPED, BOUNCED

	}

	/**
	 * Whether a text speaks of stopping, and how.
	 */
	public static Optional<Topic> in(String text) {
		String words = ChannelTerms.words(text);
		if (isRefusal(text, words)) {
			return Optional.of(Topic.STOPPED);
		}
		if (NEGATED.matcher(words).lookingAt() && !STOPPED.matcher(words).lookingAt()) {
			return Optional.empty();
		}
		if (BOUNCED.matcher(words).find()) {
			return Optional.of(Topic.BOUNCED);
		}
		if (LEFT.matcher(words).find()) {
			return Optional.of(Topic.LEFT);
		}
		return STOPPED.matcher(words).find() ? Optional.of(Topic.STOPPED) : Optional.empty();
	}

	/**
	 * What a column of this name is, where it holds a stop or a consent.
	 */
	static Optional<ColumnTarget> target(String name) {
		String words = ChannelTerms.words(name);
		boolean begins = STOPPED.matcher(words).lookingAt() || REFUSED.matcher(words).lookingAt()
				|| MAY.matcher(words).lookingAt();
		if (ELSEWHERE.matcher(words).find() || ABOUT.matcher(words).find() && !begins) {
			return Optional.empty();
		}
		if (isRefusal(name, words)) {
			return Optional.of(ColumnTarget.no(refused(name)));
		}
		if (NOT.matcher(words).find() && !STOPPED.matcher(words).lookingAt()) {
			return Optional.empty();
		}
		Optional<Topic> topic = in(name);
		if (topic.isPresent()) {
			return (topic.get() == Topic.BOUNCED) ? Optional.empty() : Optional.of(ColumnTarget.no(refused(name)));
		}
		return isConsent(words) ? Optional.of(ColumnTarget.consent(purpose(name).orElseGet(() -> usual(words))))
				: Optional.empty();
	}

	private static boolean isRefusal(String text, String words) {
		boolean refusal = REFUSED.matcher(words).find()
				|| NO_AT_END.matcher(text).matches() && ANY_CHANNEL.matcher(words).find();
		return refusal && !NUMBERED.matcher(text).matches() && !NUMBERED.matcher(words).matches();
	}

	private static boolean isConsent(String words) {
		if (WHEN.matcher(words).find() || OTHER_CONSENT.matcher(words).find() || NEGATED.matcher(words).lookingAt()) {
			return false;
		}
		return CONSENT.matcher(words).find() || MAY.matcher(words).find() && ANY_CHANNEL.matcher(words).find();
	}

	/**
	 * Whether a text says that somebody may be contacted.
	 */
	public static boolean speaksOfConsent(String text) {
		return isConsent(ChannelTerms.words(text));
	}

	/**
	 * The purpose that a text names.
	 */
	public static Optional<Purpose> purpose(String text) {
		return ChannelTerms.purpose(ChannelTerms.words(text));
	}

	/**
	 * The purposes of a text that lists channels and holds nothing else; empty where it
	 * is another text.
	 */
	public static List<Purpose> channels(String text) {
		return ChannelTerms.list(text);
	}

	/**
	 * What a text that speaks of stopping says is stopped.
	 */
	static Purpose refused(String text) {
		return purpose(text).orElseGet(() -> usual(ChannelTerms.words(text)));
	}

	/**
	 * Who unsubscribes leaves a mailing list; everything else is taken at its widest.
	 */
	private static Purpose usual(String words) {
		return LIST.matcher(words).find() ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_ANY;
	}

}
