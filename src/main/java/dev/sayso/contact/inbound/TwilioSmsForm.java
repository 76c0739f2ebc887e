package dev.sayso.contact.inbound;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.shared.Channel;

/**
 * Twilio's webhook for incoming messages: a form, signed with the account's auth token
 * over the address and all fields in order, and answered in TwiML.
 */
@Component
class TwilioSmsForm implements ProviderForm {

	private static final ProviderKind KIND = new ProviderKind("twilio-sms", ProviderKind.Trust.PROVIDERS_SECRET, true,
			List.of(Channel.SMS));

	private static final String SIGNATURE = "X-Twilio-Signature";

	private static final String WHATS_APP = "whatsapp:";

	private final TakeText texts;

	private final Clock clock;

	TwilioSmsForm(TakeText texts, Clock clock) {
		this.texts = texts;
		this.clock = clock;
	}

	@Override
	public ProviderKind kind() {
		return KIND;
	}

	@Override
	public boolean verifies(InboundRequest request, Connector connector, String secret) {
		MultiValueMap<String, String> fields = request.form();
		String account = fields.getFirst("AccountSid");
		boolean theirs = connector.account().isBlank() || connector.account().equals(account);
		byte[] signature = decode(request.header(SIGNATURE));
		return addresses(request.url()).stream()
			.map((url) -> sign(url, fields, secret))
			.anyMatch((right) -> MessageDigest.isEqual(right, signature)) && theirs;
	}

	/** Twilio sometimes names the port that a scheme has anyway. */
	private static List<String> addresses(String url) {
		List<String> addresses = new ArrayList<>(List.of(url));
		int path = url.indexOf('/', url.indexOf("://") + 3);
		String host = (path > 0) ? url.substring(0, path) : url;
		if (path > 0 && host.lastIndexOf(':') <= host.indexOf("://")) {
			addresses.add(host + (url.startsWith("https:") ? ":443" : ":80") + url.substring(path));
		}
		return addresses;
	}

	private static byte[] sign(String url, MultiValueMap<String, String> fields, String secret) {
		StringBuilder content = new StringBuilder(url);
		Map<String, List<String>> sorted = new TreeMap<>(fields);
		sorted.forEach((name, values) -> new TreeSet<>(values).forEach((value) -> content.append(name).append(value)));
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
			return mac.doFinal(content.toString().getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] decode(String base64) {
		try {
			return Base64.getDecoder().decode(base64);
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	/**
	 * Where Twilio took the word itself it answered it as well, and sends a second answer
	 * to nobody.
	 */
	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		MultiValueMap<String, String> fields = request.form();
		String from = value(fields, "From");
		boolean whatsApp = from.startsWith(WHATS_APP);
		TextMeaning providers = optOut(value(fields, "OptOutType"));
		ReceivedMessage message = this.texts.take(connector,
				new InboundText(
						Stream.of("MessageSid", "SmsMessageSid", "SmsSid")
							.map((name) -> value(fields, name))
							.filter((id) -> !id.isBlank())
							.findFirst()
							.orElse(""),
						whatsApp ? Channel.WHATS_APP : connector.channel(),
						whatsApp ? from.substring(WHATS_APP.length()) : from, value(fields, "Body"),
						this.clock.instant(), providers));
		String reply = (providers == null) ? message.reply() : null;
		return InboundAnswer.xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
				+ ((reply != null) ? "<Message>" + HtmlUtils.htmlEscapeDecimal(reply, "UTF-8") + "</Message>" : "")
				+ "</Response>");
	}

	private static @Nullable TextMeaning optOut(String type) {
		return switch (type.toUpperCase(Locale.ROOT)) {
			case "STOP" -> TextMeaning.STOP;
			case "START" -> TextMeaning.START;
			case "HELP" -> TextMeaning.HELP;
			default -> null;
		};
	}

	private static String value(MultiValueMap<String, String> fields, String name) {
		return Optional.ofNullable(fields.getFirst(name)).orElse("");
	}

}
