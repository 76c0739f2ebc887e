package dev.sayso.person;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;

import org.springframework.web.util.UriUtils;

/**
 * E-mail addresses between the spellings people use and the one form in which two that
 * reach the same mailbox are equal. Names of domains are read by UTS 46, not
 * transitional.
 */
public final class EmailAddress {

	private static final IDNA DOMAINS = IDNA.getUTS46Instance(
			IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

	private static final String UNSEEN = "[\\s\\p{Z}\\p{Cf}\\p{Cc}]";

	private static final Pattern ENDS = Pattern.compile("^" + UNSEEN + "+|" + UNSEEN + "+$");

	private static final Pattern AT = Pattern.compile(UNSEEN + "*[@\\uFF20\\uFE6B]" + UNSEEN + "*");

	/** A name before an address in angle brackets (RFC 5322), or none. */
	private static final Pattern MAILBOX = Pattern.compile("[^<>]*<([^<>]+)>[\\s.,;:]*");

	/** An address between quotation marks or brackets of any kind. */
	private static final Pattern QUOTED = Pattern.compile("[\"'(“„‘‚«]([^\"'()“”„‘’‚«»]+)[\"')“”‘’»][\\s.,;:]*");

	private static final String MAILTO = "mailto:";

	/** What ends a sentence, a list or a domain's name, and no address. */
	private static final Pattern LAST = Pattern.compile("[.,;:\\u3002\\uFF0E\\uFF61]+$");

	private EmailAddress() {
	}

	/**
	 * The address in what somebody typed or pasted, spelt as they spelt it; what is no
	 * address stays as it is.
	 */
	static String read(String pasted) {
		String text = ends(DetailsDraft.seen(pasted));
		Matcher mailbox = MAILBOX.matcher(text);
		if (mailbox.matches() && mailbox.group(1).contains("@")) {
			text = ends(mailbox.group(1));
		}
		if (text.regionMatches(true, 0, MAILTO, 0, MAILTO.length())) {
			text = ends(linked(text.substring(MAILTO.length())));
		}
		Matcher quoted = QUOTED.matcher(text);
		if (quoted.matches()) {
			text = ends(quoted.group(1));
		}
		String at = AT.matcher(text).replaceAll("@");
		return (at.indexOf('@') >= 0) ? ends(LAST.matcher(at).replaceFirst("")) : ends(DetailsDraft.seen(pasted));
	}

	/**
	 * The one form of all spellings of an address: composed (NFC), lower case, the domain
	 * as IDNA shows it, without a dot at its end. A domain that IDNA refuses stays itself
	 * in lower case.
	 */
	public static String normalize(String typed) {
		String address = read(typed);
		int at = address.lastIndexOf('@');
		return (at < 0) ? lower(address) : lower(address.substring(0, at)) + "@" + domain(address.substring(at + 1));
	}

	/**
	 * An address, or a part of one, with its domain as the mail system writes it: in
	 * ASCII, {@code xn--…}.
	 */
	public static String ascii(String address) {
		if (address.chars().allMatch((letter) -> letter < 128)) {
			return address;
		}
		int at = address.lastIndexOf('@');
		StringBuilder ascii = new StringBuilder();
		IDNA.Info info = new IDNA.Info();
		DOMAINS.nameToASCII(address.substring(at + 1), ascii, info);
		return info.hasErrors() ? address : address.substring(0, at + 1) + ascii;
	}

	/**
	 * An address or a part of one in the form in which it is part of the addresses that
	 * it is a part of.
	 */
	static String part(String typed) {
		if (typed.indexOf('@') >= 0 || typed.indexOf('\uFF20') >= 0) {
			return normalize(typed);
		}
		String part = lower(ends(typed));
		return part.contains("xn--") ? domain(part) : part;
	}

	private static String domain(String typed) {
		StringBuilder ascii = new StringBuilder();
		IDNA.Info info = new IDNA.Info();
		DOMAINS.nameToASCII(typed, ascii, info);
		if (info.hasErrors()) {
			return lower(typed);
		}
		StringBuilder shown = new StringBuilder();
		DOMAINS.nameToUnicode(ascii, shown, info);
		return info.hasErrors() ? lower(typed) : shown.toString();
	}

	/** The first address of a link (RFC 6068). */
	private static String linked(String link) {
		int end = link.indexOf('?');
		String address = (end < 0) ? link : link.substring(0, end);
		try {
			return UriUtils.decode(address, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return address;
		}
	}

	private static String lower(String text) {
		String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
		return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
	}

	private static String ends(String text) {
		return ENDS.matcher(text).replaceAll("");
	}

}
