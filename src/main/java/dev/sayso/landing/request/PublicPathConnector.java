package dev.sayso.landing.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.MessageBytes;

import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.stereotype.Component;

/**
 * Reads the addresses of public pages before the container does, which would refuse what
 * is encoded badly, and with a page of its own.
 */
@Component
class PublicPathConnector implements TomcatConnectorCustomizer {

	/** What mail programs leave at the end of links, and the container would refuse. */
	private static final String STUCK = "\"<>[\\]^`{|}";

	@Override
	public void customize(Connector connector) {
		connector.setProperty("relaxedPathChars", STUCK);
		connector.setProperty("relaxedQueryChars", STUCK);
		connector.addLifecycleListener((event) -> {
			if (event.getType().equals(Lifecycle.AFTER_INIT_EVENT)) {
				connector.getProtocolHandler().setAdapter(new LenientAdapter(connector));
			}
		});
	}

	/** Puts the path that is meant in place of the one that was sent. */
	private static final class LenientAdapter extends CoyoteAdapter {

		LenientAdapter(Connector connector) {
			super(connector);
		}

		@Override
		public void service(Request request, Response response) throws Exception {
			MessageBytes uri = request.requestURI();
			if (!uri.getByteChunk().isNull()) {
				replace(uri);
			}
			super.service(request, response);
		}

		/** A line that could not be read has no path at all. */
		private static void replace(MessageBytes uri) {
			byte[] sent = Arrays.copyOfRange(uri.getByteChunk().getBytes(), uri.getByteChunk().getStart(),
					uri.getByteChunk().getEnd());
			PublicPath.of(new String(sent, StandardCharsets.ISO_8859_1))
				.map((path) -> path.getBytes(StandardCharsets.US_ASCII))
				.ifPresent((path) -> uri.setBytes(path, 0, path.length));
		}

	}

}
