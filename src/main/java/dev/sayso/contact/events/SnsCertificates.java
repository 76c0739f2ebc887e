package dev.sayso.contact.events;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Asks Amazon SNS, and nobody else, for the certificates it signs by, and confirms
 * subscriptions there. Nothing is followed elsewhere, read further than a certificate is
 * long, or waited for longer than five seconds.
 */
@Component
class SnsCertificates {

	private static final Logger log = LoggerFactory.getLogger(SnsCertificates.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** In bytes; theirs have some two thousand. */
	private static final int LONGEST = 64 * 1024;

	private static final HttpClient CLIENT = HttpClient.newBuilder()
		.followRedirects(HttpClient.Redirect.NEVER)
		.connectTimeout(PATIENCE)
		.build();

	private final Function<URI, Optional<byte[]>> ask;

	private final Cache<URI, X509Certificate> known = Caffeine.newBuilder()
		.maximumSize(50)
		.expireAfterWrite(Duration.ofDays(1))
		.build();

	SnsCertificates() {
		this(SnsCertificates::ask);
	}

	/**
	 * @param ask how one of Amazon's addresses is asked for what lies there; empty where
	 * nothing does
	 */
	SnsCertificates(Function<URI, Optional<byte[]>> ask) {
		this.ask = ask;
	}

	/** The certificate at an address; empty where there is none that is valid now. */
	Optional<X509Certificate> find(URI address) {
		X509Certificate certificate = this.known.getIfPresent(address);
		if (certificate == null) {
			certificate = get(address).flatMap(SnsCertificates::read).orElse(null);
		}
		if (certificate != null) {
			this.known.put(address, certificate);
		}
		return Optional.ofNullable(certificate).filter(SnsCertificates::isValid);
	}

	/** Knows a certificate without asking for it. */
	void keep(URI address, X509Certificate certificate) {
		this.known.put(address, certificate);
	}

	/** Whether a subscription was confirmed. */
	boolean confirm(URI address) {
		return get(address).isPresent();
	}

	private Optional<byte[]> get(URI address) {
		return (SnsMessage.amazons(address.toString()) != null) ? this.ask.apply(address) : Optional.empty();
	}

	private static Optional<byte[]> ask(URI address) {
		try {
			HttpResponse<InputStream> response = CLIENT.send(
					HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build(),
					HttpResponse.BodyHandlers.ofInputStream());
			try (InputStream body = response.body()) {
				CompletableFuture.delayedExecutor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
					.execute(() -> close(body));
				byte[] bytes = body.readNBytes(LONGEST + 1);
				return (response.statusCode() == 200 && bytes.length <= LONGEST) ? Optional.of(bytes)
						: Optional.empty();
			}
		}
		catch (IOException ex) {
			log.warn("Amazon SNS could not be asked: {}", ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return Optional.empty();
	}

	/** Whoever still reads it then reads no further. */
	private static void close(InputStream body) {
		try {
			body.close();
		}
		catch (IOException ex) {
			log.debug("An answer of Amazon SNS could not be closed: {}", ex.getClass().getSimpleName());
		}
	}

	private static Optional<X509Certificate> read(byte[] pem) {
		try {
			return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(pem)));
		}
		catch (CertificateException ex) {
			return Optional.empty();
		}
	}

	private static boolean isValid(X509Certificate certificate) {
		try {
			certificate.checkValidity();
			return true;
		}
		catch (CertificateException ex) {
			return false;
		}
	}

}
