package dev.sayso;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.OncePerRequestFilter;

import dev.sayso.shared.ApiPath;

/**
 * Holds each answer of the API in each test against the API's document, and fails the
 * test that got one which is other than documented.
 */
@TestConfiguration(proxyBeanMethods = false)
class DocumentedAnswers implements AfterEachCallback {

	/** What is no part of the API, but tells of it. */
	private static final String ABOUT = "/api/(docs|swagger-ui|v1/openapi\\.json).*";

	/** Streams may be longer; they are text. */
	private static final int LONGEST = 4 << 20;

	private static final Queue<String> FAULTS = new ConcurrentLinkedQueue<>();

	private static @Nullable ApiDocumentChecker checker;

	@Override
	public void afterEach(ExtensionContext test) {
		List<String> faults = new ArrayList<>();
		for (String fault = FAULTS.poll(); fault != null; fault = FAULTS.poll()) {
			faults.add(fault);
		}
		if (!faults.isEmpty()) {
			throw new AssertionError("other than the API's document says:\n"
					+ String.join("\n", faults.subList(0, Math.min(faults.size(), 10))));
		}
	}

	@Bean
	FilterRegistrationBean<OncePerRequestFilter> documentedAnswersFilter(Environment environment) {
		FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
			@Override
			protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
					throws ServletException, IOException {
				Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
				String path = ApiPath.clean(String.valueOf((failed != null) ? failed : request.getRequestURI()));
				if (!ApiPath.matches(path) || path.matches(ABOUT)
						|| Set.of("HEAD", "OPTIONS").contains(request.getMethod())) {
					chain.doFilter(request, response);
					return;
				}
				Copy copy = new Copy(response);
				chain.doFilter(request, copy);
				copy.flushWriter();
				// what is answered later is not there yet
				if (!request.isAsyncStarted() && !copy.isPassedOn() && copy.body.size() < LONGEST) {
					Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
					FAULTS.addAll(checker(environment).check(new ApiDocumentChecker.Answer(
							String.valueOf((method != null) ? method : request.getMethod()), path, copy.getStatus(),
							copy.getContentType(), copy.body.toByteArray())));
				}
			}

			@Override
			protected boolean shouldNotFilterErrorDispatch() {
				return false;
			}
		});
		filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	private static synchronized ApiDocumentChecker checker(Environment environment) {
		if (checker == null) {
			checker = ApiDocumentChecker.of(environment.getRequiredProperty("local.server.port", Integer.class));
		}
		return checker;
	}

	/** An answer of which a copy is kept as it leaves. */
	private static final class Copy extends HttpServletResponseWrapper {

		private final ByteArrayOutputStream body = new ByteArrayOutputStream();

		private @Nullable PrintWriter writer;

		private boolean passedOn;

		Copy(HttpServletResponse response) {
			super(response);
		}

		/**
		 * Whether an error page answers, which the container may have decided by itself.
		 */
		boolean isPassedOn() {
			return this.passedOn || getStatus() >= 400 && getContentType() == null;
		}

		void flushWriter() {
			if (this.writer != null) {
				this.writer.flush();
			}
		}

		@Override
		public void sendError(int status) throws IOException {
			this.passedOn = true;
			super.sendError(status);
		}

		@Override
		public void sendError(int status, String message) throws IOException {
			this.passedOn = true;
			super.sendError(status, message);
		}

		@Override
		public void reset() {
			this.body.reset();
			super.reset();
		}

		@Override
		public void resetBuffer() {
			this.body.reset();
			super.resetBuffer();
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			if (this.writer == null) {
				this.writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
			}
			return this.writer;
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			ServletOutputStream out = super.getOutputStream();
			return new ServletOutputStream() {
				@Override
				public boolean isReady() {
					return out.isReady();
				}

				@Override
				public void setWriteListener(WriteListener listener) {
					out.setWriteListener(listener);
				}

				@Override
				public void write(int sign) throws IOException {
					out.write(sign);
					Copy.this.body.write(sign);
				}

				@Override
				public void write(byte[] bytes, int from, int length) throws IOException {
					out.write(bytes, from, length);
					if (Copy.this.body.size() < LONGEST) {
						Copy.this.body.write(bytes, from, length);
					}
				}

				@Override
				public void flush() throws IOException {
					out.flush();
				}

				@Override
				public void close() throws IOException {
					out.close();
				}
			};
		}

	}

}
