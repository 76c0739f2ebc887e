package dev.sayso.contact.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.sayso.contact.inbound.Connector;
import dev.sayso.contact.inbound.InboundAnswer;
import dev.sayso.contact.inbound.InboundRequest;
import dev.sayso.contact.inbound.ProviderForm;
import dev.sayso.contact.inbound.ProviderKind;
import dev.sayso.shared.Channel;

/**
 * SendGrid's Event Webhook: signed with an elliptic curve over the time and the body.
 */
@Component
class SendGridForm implements ProviderForm {

	/** SendGrid goes on trying for a day; what comes twice counts once anyway. */
	static final Duration TOLERANCE = Duration.ofHours(25);

	private static final ProviderKind KIND = new ProviderKind("sendgrid-events", ProviderKind.Trust.PUBLIC_KEY, false,
			List.of(Channel.EMAIL));

	private static final String SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature";

	private static final String TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp";

	private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");

	private final ReportedEvents events;

	private final Clock clock;

	SendGridForm(ReportedEvents events, Clock clock) {
		this.events = events;
		this.clock = clock;
	}

	@Override
	public ProviderKind kind() {
		return KIND;
	}

	@Override
	public boolean verifies(InboundRequest request, Connector connector, String secret) {
		String timestamp = request.header(TIMESTAMP);
		if (!SECONDS.matcher(timestamp).matches()) {
			return false;
		}
		Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), this.clock.instant()).abs();
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initVerify(key(connector.publicKey()));
			signature.update(timestamp.getBytes(StandardCharsets.US_ASCII));
			signature.update(request.body());
			return signature.verify(Base64.getDecoder().decode(request.header(SIGNATURE)))
					&& age.compareTo(TOLERANCE) <= 0;
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			return false;
		}
	}

	/** As SendGrid shows it, or as PEM. */
	private static PublicKey key(String text) throws GeneralSecurityException {
		String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
		return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
	}

	@Override
	public InboundAnswer take(InboundRequest request, Connector connector) {
		JsonNode body = ReportedEvent.tree(request.body());
		if (body == null) {
			return InboundAnswer.unreadable();
		}
		this.events.take(SendGridEvents.read(body), connector.channel(), Sender.of(connector));
		return InboundAnswer.TAKEN;
	}

	@Override
	public List<ProviderKind.Link> links(Connector connector) {
		return List.of(Sender.link(connector));
	}

}
