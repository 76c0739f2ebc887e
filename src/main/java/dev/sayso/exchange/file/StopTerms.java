package dev.sayso.exchange.file;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;

/**
 * Terms by which names of columns and files, titles and remarks speak of stopping or of
 * consent, in eight languages.
 */
public final class StopTerms {

	private static final Pattern LEFT = Pattern.compile(
			"unsub|opt(ed|ing)? ?outs?\\b|cancelled|withdr(aw|ew)|revok|desabonn|desinscri|resili|uitgeschreven|uitschrijv|afgemeld|afmeld"
					+ "|opgezegd|abgemeld|abmeld|abbestell|widerspr|widerruf|austrag|\\bbajas?\\b|desuscri|darse de baja|disiscri|cancellat"
					+ "|отпис|отказ|wypis|rezygn|spam (report|complaint)|complain|objected");

	private static final Pattern STOPPED = Pattern.compile(
			"do ?not ?(contact|e ?mail|mail|call|phone|text|sms|send|push|sell|share|fax)|no longer (contact|e ?mail|mail|call|text|subscri)"
					+ "|stop (list|contact|mail|sms)|\\bstop\\b|black ?list|block ?list|deny ?list|suppress|\\bdnc\\b|\\bdne\\b|\\bdnm\\b"
					+ "|ne (plus|pas) (contacter|appeler|ecrire|envoyer|partager)|liste noire|liste rouge|opposition|bloctel"
					+ "|niet (meer )?(contact|mail|bel|sms|delen|schrijv)|geen (mail|post|sms|reclame)|gesperrt|sperr ?(list|liste|vermerk)|robinson"
					+ "|nicht (mehr )?(kontakt|anruf|schreib|mail)|keine (werbung|mails?)|no (contactar|llamar|enviar)|lista negra|excluid"
					+ "|non (contattare|chiamare|inviare)|bloccat|не (беспокоить|писать|звонить|связываться)|заблок|черн\\w* спис|стоп"
					+ "|nie (kontakt|dzwon|wysyl)|czarna lista|zablok"
					+ "|\\brefus(e|es|ed|al)?\\b|\\brechaz|\\brifiut|\\bexclude|\\bobjections?\\b|sperre\\b|\\bzakaz|\\bbrak zgody"
					+ "|^(please )?(no|not|never|don ?t|geen|nooit|kein\\w*|sin|nunca|nessun\\w*|niente|pas d|pas de|bez|без)"
					+ "( (by|via|par|per|door))?( more)? (e ?mails?|mails?|mailings?|newsletters?|sms|texts?|text|calls?|phone|post|push"
					+ "|fax|whats ?app|contact\\w*|marketing|kontakt\\w*|anruf\\w*|werbung|briefe?|correos?|llamadas?|messaggi|chiamate"
					+ "|courriels?|courriers?|appels?|contatt\\w*|reclame|brieven|рассыл\\w*|звонк\\w*|пис\\w*)\\b");

	private static final Pattern BOUNCED = Pattern.compile(
			"bounc|cleaned (members|segment|export)|undeliver|quarantin|invalid email|rebond|rebot|unzustell|недостав|onbestel");

	private static final Pattern CONSENT = Pattern.compile(
			"opt ?in|\\bconsents?\\b|consented|accepts? |agrees? to|marketing (status|permission)|subscription status|email status|sms status"
					+ "|permission|\\ballowed\\b|\\bmay we\\b|\\berlaub|autoris|toegestaan|permiso|permess|разреш|zgod(a|e|y)\\b"
					+ "|\\bsubscribed\\b|consentement|accepte|toestemming|einwillig|zustimm|consentimiento|acepta|consenso|accetta|соглас|zgoda");

	/** What is told about a stop or a consent and is neither. */
	private static final Pattern ABOUT = Pattern.compile(
			"reason|raison|motif|grund|reden|motivo|причин|powod|campaign|campagne|title|\\burl\\b|\\blink|\\bip\\b|\\bids?\\b|source|method"
					+ "|\\bby\\b|count|number of|token|comment|note|remark|form\\b|text\\b$|version|list name|topics?|messaging|not |non ");

	private static final Pattern WHEN = Pattern
		.compile("\\b(time|date|datum|timestamp|at|on|when|le|am|fecha|data|дата|zeit|quand)\\b");

	private static final Pattern NEGATED = Pattern
		.compile("\\b(not|never|no|non|pas|jamais|niet|nooit|nicht|nie|niemals|nunca|mai|не)\\b.*");

	private static final Map<Pattern, Purpose> CHANNELS = new LinkedHashMap<>();

	static {
		CHANNELS.put(Pattern.compile("whats ?app"), Purpose.MARKETING_WHATS_APP);
		CHANNELS.put(Pattern.compile("push"), Purpose.MARKETING_PUSH);
		CHANNELS.put(Pattern.compile("\\bfax|telecopie|факс"), Purpose.MARKETING_FAX);
		CHANNELS.put(Pattern.compile("\\bsms|\\btext\\b|\\bmms\\b|mobile|\\bmovil|сообщен|\\bdnt\\b"),
				Purpose.MARKETING_SMS);
		CHANNELS.put(Pattern.compile(
				"postal|direct ?mail|\\bpost\\b|courrier|correo postal|\\bbrief|\\bletter|voie postale|почтои|poczt[aą]\\b"),
				Purpose.MARKETING_POSTAL_MAIL);
		CHANNELS.put(
				Pattern.compile("e ?mails?\\b|\\bmail|courriel|correo|newsletter|mailing|рассыл|почт|poczt|\\bdne\\b"),
				Purpose.MARKETING_EMAIL);
		CHANNELS.put(Pattern.compile(
				"phone|\\bcall|telephon|telefon|\\btel\\b|appel|\\bbel(len)?\\b|anruf|llama|chiama|звон|dzwon|bloctel"),
				Purpose.MARKETING_CALL);
		CHANNELS.put(Pattern.compile("personali[sz]|personnalis"), Purpose.PERSONALIZE_CONTENT);
		CHANNELS.put(Pattern.compile("\\b(sell|share|partager|delen)\\b|ccpa"), Purpose.SHARE);
		CHANNELS.put(Pattern.compile(
				"\\b(all|any|every|global\\w*|everything|tous|toute|alle|alles|todos|todo|tutti|все|wszystk\\w*)\\b"),
				Purpose.MARKETING_ANY);
	}

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
		String words = words(text);
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
		String words = words(name);
		if (ABOUT.matcher(words).find() && !STOPPED.matcher(words).lookingAt()) {
			return Optional.empty();
		}
		Optional<Topic> topic = in(name);
		if (topic.isPresent()) {
			return (topic.get() == Topic.BOUNCED) ? Optional.empty() : Optional.of(ColumnTarget.no(refused(name)));
		}
		boolean consent = CONSENT.matcher(words).find() && !WHEN.matcher(words).find();
		return consent ? purpose(words).or(() -> Optional.of(Purpose.MARKETING_EMAIL)).map(ColumnTarget::consent)
				: Optional.empty();
	}

	/**
	 * The purpose that a text names.
	 */
	public static Optional<Purpose> purpose(String text) {
		String words = words(text);
		return CHANNELS.entrySet()
			.stream()
			.filter((channel) -> channel.getKey().matcher(words).find())
			.map(Map.Entry::getValue)
			.findFirst();
	}

	/**
	 * What a text that speaks of stopping says is stopped.
	 */
	static Purpose refused(String text) {
		return purpose(text).orElseGet(() -> usual(words(text)));
	}

	/**
	 * Who unsubscribes leaves a mailing list; every other stop is taken at its widest.
	 */
	private static Purpose usual(String words) {
		return Pattern.compile("unsub|\\bbaja|abonn|inscri|suscri|iscri|uitgeschr|afgem|abgem|отпис|wypis")
			.matcher(words)
			.find() ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_ANY;
	}

	/**
	 * The words of a name such as {@code blackListEmail} or {@code UNSUB_TIME}, without
	 * accents.
	 */
	private static String words(String text) {
		String apart = text.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
		return Normalizer.normalize(apart, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replace("ł", "l")
			.replaceAll("[^\\p{L}\\p{Nd}]+", " ")
			.strip();
	}

}
