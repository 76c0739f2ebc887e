package dev.sayso.contact.text;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.InboundAnswer;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.ProviderForm;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.contact.inbound.ReceivedMessage;
import dev.sayso.contact.inbound.TwilioAddress;
import dev.sayso.contact.inbound.TwilioSignature;
import dev.sayso.shared.Channel;

/**
 * Twilio's webhook for incoming messages: a form, signed with the account's auth token
 * over the address and all fields in order, and answered in TwiML.
 */
@Component
class TwilioSmsForm implements ProviderForm {

	private static final ProviderKind KIND = new ProviderKind("twilio-sms", ProviderKind.Trust.PROVIDERS_SECRET, true,
			List.of(Channel.SMS));

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
		return TwilioSignature.verifies(request, connector, secret);
	}

	/**
	 * Where Twilio took the word itself it answered it as well, and sends a second answer
	 * to nobody.
	 */
	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		MultiValueMap<String, String> fields = request.form();
		TwilioAddress from = TwilioAddress.parse(value(fields, "From"), connector.channel());
		TextMeaning providers = optOut(value(fields, "OptOutType"));
		ReceivedMessage message = this.texts.take(connector,
				new InboundText(
						Stream.of("MessageSid", "SmsMessageSid", "SmsSid")
							.map((name) -> value(fields, name))
							.filter((id) -> !id.isBlank())
							.findFirst()
							.orElse(""),
						from.channel(), from.number(), value(fields, "Body"), value(request.legibleForm(), "Body"),
						this.clock.instant(), providers));
		String reply = (providers == null) ? message.reply() : null;
		return InboundAnswer.xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>"
				+ ((reply != null) ? "<Message>" + HtmlUtils.htmlEscape(reply, "UTF-8") + "</Message>" : "")
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
