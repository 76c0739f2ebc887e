package dev.sayso.exchange.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.sayso.consent.Purpose;

/**
 * Terms for channels and for contact in general, in eight languages, in the form that
 * {@link #words} gives a text.
 */
public final class ChannelTerms {

	/** Contact or advertising as such. */
	static final String GENERAL = "contact(?:s|os?|ing|er|eren|ar|able|abile)?|kontakt(?:e|u|ow|ieren|owac|ierbar)?|contatt(?:o|i|are)|контакт\\w*"
			+ "|to market|market(?:ing|ings|ingu|ingow\\w*)?|маркетинг\\w*|werbung|werbe\\w*|advert\\w*|ads|publicite|publicidad|pubblicita|pub"
			+ "|reclames?|reklam\\w*|реклам\\w*|promo(?:s|tions?)?|promocion\\w*|promozion\\w*|communications?|com?mercial\\w*|comunicacion(?:es)?"
			+ "|comunicazion[ei]|komunikac\\w*|solicitations?|sollicitations?|demarchage(?: telephonique)?|prospection(?: commerciale| telephonique)?|spam|messages?|messaggi|mensajes?|nachrichten|berichten|wiadomosc\\w*|связ\\w*";

	private static final String EMAIL = "e ?mails?|(?:e ?)?mail(?:werbung|reclame)|e ?mailings?|mails?|mailings?|emailable|news ?letters?|courriels?|correos?(?: electronicos?)?"
			+ "|boletin(?:es)?|nieuwsbrie(?:f|ven)|rundbriefe?|infobriefe?|e ?mail(?:e|i|y|em)|mail(?:e|i|y|em)|infolettres?|bollettin[oi]"
			+ "|posta elettronica|biuletyn\\w*|newsletter(?:a|ow)|письм\\w*|писем|писать|рассыл\\w*|почт\\w*|имеил\\w*";

	private static final String SMS = "sms(?:y|ow|es)?|sms ?(?:werbung|marketing|reclame)|mms|texts?|text messages?|textable|esemes\\w*|смс|сообщен\\w*";

	private static final String CALL = "(?:tele)?phone(?: calls?)?|phoneable|calls?|callable|telefon\\w*|telemarketing|appels?|anrufe?|anrufen"
			+ "|llamadas?|llamar|chiamat[ae]|chiamare|bellen|telefoontjes|звон\\w*|dzwoni\\w*|polacze\\w*";

	private static final String POST = "post(?:al)?(?: mail)?|postsendungen|postwerbung|briefwerbung|postreclame|letters?|briefe?|brieven|courriers?|cartas?|letter[ae]|listow|poczta|direct ?mail";

	/** Any channel, or contact as such. */
	static final String ANY = "(?:" + String.join("|", EMAIL, SMS, CALL, POST,
			"push(?: notifications?| meldingen| nachrichten)?|whats ?app|fax(?:e|es)?|telecopies?|факс\\w*", GENERAL)
			+ ")";

	private static final Pattern CONTACT = terms("\\b" + ANY + "\\b");

	private static final Map<Pattern, Purpose> PURPOSES = new LinkedHashMap<>();

	static {
		PURPOSES.put(terms("whats ?app"), Purpose.MARKETING_WHATS_APP);
		PURPOSES.put(terms("push|\\bapns\\b|\\bfcm\\b"), Purpose.MARKETING_PUSH);
		PURPOSES.put(terms("\\bfax|telecopie|факс"), Purpose.MARKETING_FAX);
		PURPOSES.put(
				terms("\\bsms|\\btexts?\\b|\\btext(?:able|ed)|\\bmms\\b|mobile|\\bmovil|esemes|смс|сообщен|\\bdnt\\b"),
				Purpose.MARKETING_SMS);
		PURPOSES.put(terms(
				"postal|direct ?mail|\\bpost(?:sendung\\w*|sperre|werb\\w*|reclame|marketing)?\\b|\\bbriefwerb|courrier|correo postal|\\bbrief|\\bbrieven|\\bletters?\\b|\\bcartas?\\b|\\blettera\\b"
						+ "|\\blistow|voie postale|почтои|poczt[aą]\\b"),
				Purpose.MARKETING_POSTAL_MAIL);
		PURPOSES.put(terms(
				"e ?mail|\\bmail|courriel|correo|news ?letter|mailing|boletin|nieuwsbrie|rundbrief|infobrief|infolettre|bollettin|biuletyn"
						+ "|posta elettronica|рассыл|почт|poczt|письм|писем|\\bписать|\\bимеил|\\bdne\\b"),
				Purpose.MARKETING_EMAIL);
		PURPOSES.put(terms(
				"phone|\\bcall|telephon|telefon|telemarketing|\\btel\\b|appel|\\bbel(?:len)?\\b|\\bgebeld\\b|anruf|angerufen|\\bphoned\\b|llama|chiama|звон|dzwon|bloctel|liste rouge|\\bbel (?:me|mij|ons)\\b|\\bbel niet\\b"),
				Purpose.MARKETING_CALL);
		PURPOSES.put(terms(
				"\\b(?:all|any|every|global\\w*|everything|tous|toute|tout|alle|alles|todos|todo|tutti|tutto|все|всё|wszystk\\w*)\\b"),
				Purpose.MARKETING_ANY);
	}

	private static final String BETWEEN = "(?: (?:by|via|my|our|data|companies|per|par|por|pour|for|fur|voor|door|with|of|de|des|d|la|le|les|l|und|and|et|en|y|e|i|или|и|по|на|na|za|przez|uber|met|mit|to|ok|yes no|y n|preferences?|preferen\\w*|voorkeur\\w*|praferenz\\w*|einstellung\\w*|permissions?|channels?|kanal\\w*|kanaal|canal|canale) ?| )";

	/** A name that holds nothing but channels, contact, or what is done with data. */
	private static final Pattern NAME = terms("(?:(?:by|via|per|par|por|par|door|przez|по|receive|recevoir) )?(?:" + ANY
			+ "|mobile|" + PurposeTerms.ANY + ")(?:" + BETWEEN + "+(?:" + ANY + "|mobile|" + PurposeTerms.NAME
			+ "))*(?: (?:preferences?|preferen\\w*|voorkeur\\w*|praferenz\\w*|permissions?|channels?|y n|yes no|ok))?");

	private static final Pattern ALONE = terms("(?:by |per |via |par |door |por |no )?(?:" + ANY
			+ "|mobile|all|any|everything|all channels|any channel|tous|tout|alle|alles|alle kanale|alle kanalen|todos|todo|tutti|tutto|все|wszystk\\w*)");

	private ChannelTerms() {
	}

	static Optional<Purpose> purpose(String words) {
		return PURPOSES.entrySet()
			.stream()
			.filter((purpose) -> purpose.getKey().matcher(words).find())
			.map(Map.Entry::getValue)
			.findFirst();
	}

	/**
	 * Whether a name speaks of contact and, in another part, of something else that is
	 * done with data.
	 */
	static boolean namesSeveral(String name) {
		List<String> parts = List.of(name.split("[,;/|+&]|\\s(?i:and|und|et|en|y|i|и|e(?! ?mail))\\s"));
		boolean other = parts.stream().anyMatch((part) -> PurposeTerms.consent(words(part)).isPresent());
		return parts.size() > 1 && other
				&& parts.stream()
					.map(ChannelTerms::words)
					.anyMatch((part) -> PurposeTerms.consent(part).isEmpty() && CONTACT.matcher(part).find());
	}

	/**
	 * Whether a name holds nothing but channels, contact, or what is done with data, so
	 * that a yes below it is a consent.
	 */
	static boolean isName(String words) {
		return NAME.matcher(words).matches();
	}

	/**
	 * The purposes of a text that lists channels and holds nothing else; empty where it
	 * is another text.
	 */
	public static List<Purpose> list(String text) {
		List<Purpose> purposes = new ArrayList<>();
		for (String part : text.split("[,;/|+&\\n]|\\s(?i:and|und|et|en|y|e|i|и)\\s")) {
			String words = words(part);
			if (!words.isEmpty() && !ALONE.matcher(words).matches()) {
				return List.of();
			}
			if (!words.isEmpty()) {
				purposes.add(purpose(words).orElse(Purpose.MARKETING_ANY));
			}
		}
		return purposes.stream().distinct().toList();
	}

	/**
	 * The words of a name such as {@code blackListEmail} or {@code UNSUB_TIME}, without
	 * accents.
	 */
	static String words(String text) {
		String apart = DoubleEncoding.repair(text).replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
		return Normalizer.normalize(apart, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replace("ł", "l")
			.replaceAll("[^\\p{L}\\p{Nd}]+", " ")
			.strip();
	}

	/** Terms whose letters and borders of words are those of every script. */
	static Pattern terms(String terms) {
		return Pattern.compile(terms, Pattern.UNICODE_CHARACTER_CLASS);
	}

}
