package dev.sayso.exchange.file;

import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;
import dev.sayso.person.WrittenAnswer;

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
		.terms("do ?not ?(bulk ?)?(contact|disturb(?! (?:from|until|till?|to|start|end|between|hours?|times?|von|bis|de|van|tot)\\b)|e ?mail|mail|call|phone|text|sms|send|push|sell|share|fax|allow|track|profile|personali[sz]e)|bel (?:me |mij |ons )?(?:nu )?niet|no longer (contact|e ?mail|mail|call|text|subscri)"
				+ "|stop (list|contact|mail|sms)|(?<!\\b(bus|tram|train|metro|nearest|next|last|first|pit|non|full) )\\bstopp?\\b(?! (name|loss|over|watch|city))"
				+ "|^(?:is )?blocked\\b(?! (account|card|user|number))|geblokkeerd|\\bdnd\\b|black ?list|block ?list|deny ?list|suppress|\\bdnc\\b|\\bdne\\b|\\bdnm\\b"
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

	private static final String REFUSABLE = "(?:" + ChannelTerms.ANY + "|" + PurposeTerms.ANY + ")";

	/** A channel that is refused, before or after it, or a consent that is. */
	private static final Pattern REFUSED = ChannelTerms
		.terms("(?:^|\\b(?:please|bitte|wants?|wishes|cliente?|customer|kunde|contact|says) )" + NO + BETWEEN
				+ REFUSABLE + "\\b" + OTHER_THING + "|\\b" + NEVER + BETWEEN + REFUSABLE + "\\b" + OTHER_THING
				+ "|\\b(?:" + NEVER + "|" + NO + ")(?: \\w+){0,2} " + CONSENTING
				+ "\\b(?!.*(?:required|needed|necessary|erforderlich|nodig|requis))"
				+ "|\\b(?:e ?mails?|news ?letters?|mails?|mailings?|push|werbung|marketing|reclame|publicite|publicidad|pubblicita|correos?|courriels?|рассыл\\w*) no$|\\b(?:"
				+ REFUSABLE
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

	static final Pattern ANY_CHANNEL = ChannelTerms.terms("\\b(?:" + ChannelTerms.ANY
			+ "|mobile|contacted|contactee?|kontaktiert|gecontacteerd|contactad[oa]|contattat[oa]|emailed|mailed|called|texted|phoned|angerufen|gebeld|gemaild)\\b");

	/** Who speaks of contact, or of a list, and not of whatever else can be stopped. */
	private static final Pattern OF_CONTACT = ChannelTerms.terms(
			"opt(?:ed|ing)? ?outs?|do ?not|contact|kontakt|\\bdn[cdemt]\\b|black ?list|block ?list|deny ?list|suppress|disturb|robinson|bloctel|verzet|widerspr"
					+ "|bezwaar|sprzeciw|oppos|objection|werbe|rouge|liste noire|lista negra");

	static final Pattern NEGATED = ChannelTerms.terms(
			"\\b(not|never|no|non|don ?t|pas|jamais|niet|nooit|geen|nicht|kein\\w*|nie|niemals|nunca|mai|sin|sans|ohne|bez|brak|без|не)\\b.*");

	/** Who speaks of a list speaks of mail. */
	private static final Pattern LIST = ChannelTerms.terms(
			"unsub|subscri|opt(?:ed|s|ing)? ?in|\\bbaja|abonn|inscri|suscri|iscri|uitgeschr|afgem|abgem|отпис|подпис|wypis|zapis");

	private StopTerms() {
	}

	/**
	 * Whether a text speaks of stopping, and how: that the person left, that somebody
	 * stopped contact, or that messages bounced.
	 */
	public static Optional<WrittenAnswer> in(String text) {
		String words = ChannelTerms.words(text);
		if (isRefusal(text, words)) {
			return Optional.of(WrittenAnswer.STOPPED);
		}
		if (NEGATED.matcher(words).lookingAt() && !STOPPED.matcher(words).lookingAt()) {
			return Optional.empty();
		}
		if (BOUNCED.matcher(words).find()) {
			return Optional.of(WrittenAnswer.BOUNCED);
		}
		if (LEFT.matcher(words).find()) {
			return Optional.of(WrittenAnswer.LEFT);
		}
		return STOPPED.matcher(words).find() ? Optional.of(WrittenAnswer.STOPPED) : Optional.empty();
	}

	/**
	 * Whether a text speaks of stopping something that may be no contact, such as
	 * <em>cancelled</em>.
	 */
	static boolean isVague(String text) {
		String words = ChannelTerms.words(text);
		return !ANY_CHANNEL.matcher(words).find() && !LIST.matcher(words).find() && !OF_CONTACT.matcher(words).find()
				&& PurposeTerms.consent(words).isEmpty();
	}

	/**
	 * Whether a few words say, and cannot mean anything else, that somebody left or is
	 * not to be contacted.
	 */
	public static boolean isPlain(String text) {
		return text.length() <= 40 && text.split("\\s+").length <= 5 && !isVague(text)
				&& in(text).filter((topic) -> topic != WrittenAnswer.BOUNCED).isPresent();
	}

	static boolean begins(String words) {
		return beginsStopped(words) || REFUSED.matcher(words).lookingAt();
	}

	static boolean beginsStopped(String words) {
		return STOPPED.matcher(words).lookingAt();
	}

	static boolean isRefusal(String text, String words) {
		boolean refusal = REFUSED.matcher(words).find()
				|| NO_AT_END.matcher(text).matches() && ANY_CHANNEL.matcher(words).find();
		return refusal && !NUMBERED.matcher(text).matches() && !NUMBERED.matcher(words).matches();
	}

	static Optional<Purpose> purpose(String text) {
		return ChannelTerms.purpose(ChannelTerms.words(text));
	}

	/**
	 * What a file whose name speaks of stopping says is stopped: contact, unless it names
	 * something else alone.
	 */
	static ColumnTarget refused(String text) {
		String words = ChannelTerms.words(text);
		boolean contact = ANY_CHANNEL.matcher(words).find() || LIST.matcher(words).find();
		return (!contact && PurposeTerms.isNamed(words)) ? ColumnTerms.target(ColumnTarget.Kind.NO, words)
				: ColumnTarget.no(purpose(text).orElseGet(() -> usual(words)));
	}

	/** Who unsubscribes leaves a mailing list; everything else is taken at its widest. */
	static Purpose usual(String words) {
		return namesList(words) ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_ANY;
	}

	static boolean namesList(String text) {
		return LIST.matcher(ChannelTerms.words(text)).find();
	}

}
