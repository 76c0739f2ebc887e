package dev.sayso.contact.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

import dev.sayso.contact.inbound.InboundBodyFilter.RawRequest;
import dev.sayso.shared.PublicAddress;

/**
 * Takes what providers post. A signature is the only key: there is no session, no token
 * and no limit, and where there is no connector it takes as long to say so.
 */
@RestController
class InboundController {

	private final Connectors connectors;

	private final ConnectorSecrets secrets;

	private final ProviderForms forms;

	private final RefusedRequests refused;

	private final PublicAddress address;

	private final Clock clock;

	InboundController(Connectors connectors, ConnectorSecrets secrets, ProviderForms forms, RefusedRequests refused,
			PublicAddress address, Clock clock) {
		this.clock = clock;
		this.connectors = connectors;
		this.secrets = secrets;
		this.forms = forms;
		this.refused = refused;
		this.address = address;
	}

	@PostMapping("/inbound/{slug}")
	ResponseEntity<byte[]> take(@PathVariable String slug, HttpServletRequest request) {
		InboundRequest posted = read(request);
		Connector connector = this.connectors.findBySlug(slug.toLowerCase(Locale.ROOT))
			.filter(Connector::isEnabled)
			.orElse(null);
		if (connector == null) {
			WebhookSignature.verifies(posted, this.secrets.decoy(), this.clock.instant());
			return answer(new InboundAnswer(HttpStatus.NOT_FOUND, null, ""));
		}
		ProviderForm form = this.forms.get(connector);
		if (!form.verifies(posted, connector, this.secrets.read(connector))) {
			this.refused.note(connector);
			return answer(new InboundAnswer(HttpStatus.UNAUTHORIZED, null, ""));
		}
		return answer(form.take(posted, connector));
	}

	/**
	 * With the address under which the provider knows it, whatever a proxy made of it.
	 */
	private InboundRequest read(HttpServletRequest request) {
		HttpHeaders headers = new HttpHeaders();
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.addAll(name, Collections.list(request.getHeaders(name))));
		String query = request.getQueryString();
		byte[] body = Optional.ofNullable(WebUtils.getNativeRequest(request, RawRequest.class))
			.map(RawRequest::body)
			.orElse(new byte[0]);
		return new InboundRequest(request.getMethod(),
				this.address.url() + request.getRequestURI().substring(request.getContextPath().length())
						+ ((query != null) ? "?" + query : ""),
				headers, body);
	}

	private static ResponseEntity<byte[]> answer(InboundAnswer answer) {
		ResponseEntity.BodyBuilder response = ResponseEntity.status(answer.status());
		if (answer.type() == null) {
			return response.build();
		}
		return response.contentType(new MediaType(answer.type(), StandardCharsets.UTF_8))
			.body(answer.body().getBytes(StandardCharsets.UTF_8));
	}

}
