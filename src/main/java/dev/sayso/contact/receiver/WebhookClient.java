package dev.sayso.contact.receiver;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Posts webhooks over connections that stay open, without a thread for each. Redirects
 * are not followed, nothing is repeated by itself, and no more of an answer is read than
 * a connection needs to be used again.
 */
@Component
class WebhookClient implements DisposableBean {

	/** How long a receiver may take, in seconds. */
	static final int PATIENCE = 10;

	private static final int CONNECT = 5;

	/** Connections to one receiver. */
	static final int AT_ONCE = 32;

	/** How much of an answer is read, in bytes. */
	private static final int LONGEST_ANSWER = 64 << 10;

	private final CloseableHttpAsyncClient client;

	WebhookClient(OutboundHosts hosts) {
		this.client = HttpAsyncClients.custom()
			.setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
				.setDnsResolver(hosts)
				.setMaxConnPerRoute(AT_ONCE)
				.setMaxConnTotal(AT_ONCE * 32)
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(CONNECT, TimeUnit.SECONDS)
					.setSocketTimeout(PATIENCE, TimeUnit.SECONDS)
					.setTimeToLive(5, TimeUnit.MINUTES)
					.build())
				.setDefaultTlsConfig(TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
				.build())
			.setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(2).build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(PATIENCE, TimeUnit.SECONDS)
				.setResponseTimeout(PATIENCE, TimeUnit.SECONDS)
				.setRedirectsEnabled(false)
				.build())
			.setUserAgent("Sayso-Webhooks/1")
			.disableRedirectHandling()
			.disableAutomaticRetries()
			.disableCookieManagement()
			.disableAuthCaching()
			.build();
		this.client.start();
	}

	/**
	 * One signed message.
	 *
	 * @param acknowledgement where what was done can be told; null where nothing has to
	 * be
	 */
	record Message(String url, String id, long timestamp, String signature, String body,
			@Nullable String acknowledgement) {

	}

	/**
	 * What came of telling a receiver one change.
	 *
	 * @param word a status, or why there was none: {@code time}, {@code connect},
	 * {@code tls}, {@code dns}, {@code forbidden}, {@code broken}
	 * @param tookMillis how long it took
	 */
	record Answer(String word, long tookMillis) {

		static Answer of(int status, long tookMillis) {
			return new Answer(Integer.toString(status), tookMillis);
		}

		boolean isTaken() {
			return this.word.length() == 3 && this.word.charAt(0) == '2';
		}

		/** Whether the receiver says that it is no more (Standard Webhooks). */
		boolean isGone() {
			return this.word.equals("410");
		}

		/**
		 * Whether it lies with the receiver as a whole, and not with this one change.
		 */
		boolean isDown() {
			return !isTaken() && (this.word.length() != 3 || this.word.charAt(0) == '5' || this.word.equals("429")
					|| this.word.equals("404") || this.word.charAt(0) == '3');
		}

	}

	/**
	 * Posts a message.
	 * @param then is told what came of it, by another thread
	 * @return what cancels it
	 */
	Future<?> post(Message message, Consumer<Answer> then) {
		SimpleHttpRequest request = SimpleHttpRequest.create("POST", message.url());
		request.setHeader("webhook-id", message.id());
		request.setHeader("webhook-timestamp", message.timestamp());
		request.setHeader("webhook-signature", message.signature());
		if (message.acknowledgement() != null) {
			request.setHeader("Link", "<" + message.acknowledgement() + ">; rel=\"acknowledgement\"");
		}
		request.setBody(message.body(), ContentType.APPLICATION_JSON);
		long began = System.nanoTime();
		StatusConsumer status = new StatusConsumer();
		return this.client.execute(SimpleRequestProducer.create(request), status, new FutureCallback<Integer>() {

			@Override
			public void completed(Integer answered) {
				then.accept(Answer.of(answered, took()));
			}

			@Override
			public void failed(Exception failure) {
				then.accept((failure instanceof AnswerTooLongException) ? Answer.of(status.status, took())
						: new Answer(word(failure), took()));
			}

			@Override
			public void cancelled() {
				then.accept(new Answer("time", took()));
			}

			private long took() {
				return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
			}

		});
	}

	private static String word(Exception failure) {
		if (failure instanceof OutboundHosts.ForbiddenHostException) {
			return "forbidden";
		}
		if (failure instanceof UnknownHostException) {
			return "dns";
		}
		if (failure instanceof SSLException) {
			return "tls";
		}
		if (failure instanceof ConnectException) {
			return "connect";
		}
		return (failure instanceof SocketTimeoutException) ? "time" : "broken";
	}

	@Override
	public void destroy() throws IOException {
		this.client.close();
	}

	private static final class AnswerTooLongException extends IOException {

		private static final long serialVersionUID = 1L;

	}

	/** Keeps the status and lets the rest go by. */
	private static final class StatusConsumer extends AbstractBinResponseConsumer<Integer> {

		private volatile int status;

		private int length;

		@Override
		protected void start(HttpResponse response, @Nullable ContentType type) {
			this.status = response.getCode();
		}

		@Override
		protected Integer buildResult() {
			return this.status;
		}

		@Override
		protected int capacityIncrement() {
			return Integer.MAX_VALUE;
		}

		@Override
		protected void data(ByteBuffer part, boolean last) throws IOException {
			this.length += part.remaining();
			part.position(part.limit());
			if (this.length > LONGEST_ANSWER) {
				throw new AnswerTooLongException();
			}
		}

		@Override
		public void releaseResources() {
		}

	}

}
