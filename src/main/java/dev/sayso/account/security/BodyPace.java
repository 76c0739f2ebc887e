package dev.sayso.account.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

import dev.sayso.shared.SlowBodyException;

/**
 * Bounds for how long a thread waits for the body of a request. The container's own
 * timeout begins anew with each byte, so that some hundred connections which send one now
 * and then would hold every thread.
 */
class BodyPace extends ValveBase {

	/** What is read of a body that nobody asked for, as the container does. */
	private static final int SWALLOWED = 2 << 20;

	/** After how many milliseconds it is looked again whether something came. */
	private static final int FIRST_LOOK = 5;

	/** The same once it has been waited for. */
	private static final int LAST_LOOK = 100;

	private final BodyWaits waits;

	BodyPace(BodyWaits waits) {
		super(true);
		this.waits = waits;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		org.apache.coyote.Request coyote = request.getCoyoteRequest();
		if (coyote.isFinished()) {
			getNext().invoke(request, response);
			return;
		}
		InputBuffer given = coyote.getInputBuffer();
		Paced paced = new Paced(given, coyote, this.waits.find(request.getRemoteAddr()));
		coyote.setInputBuffer(paced);
		try {
			getNext().invoke(request, response);
			if (!request.isAsync() && !coyote.hasExpectation()) {
				response.finishResponse();
				paced.swallow();
			}
		}
		finally {
			coyote.setInputBuffer(given);
		}
	}

	private static final class Paced implements InputBuffer, ApplicationBufferHandler {

		private final InputBuffer given;

		private final org.apache.coyote.Request request;

		private final BodyWaits.Network network;

		private long waited;

		private long received;

		private boolean refused;

		private ByteBuffer swallowed = ByteBuffer.allocate(0);

		Paced(InputBuffer given, org.apache.coyote.Request request, BodyWaits.Network network) {
			this.given = given;
			this.request = request;
			this.network = network;
		}

		@Override
		public int available() {
			return this.given.available();
		}

		@Override
		public int doRead(ApplicationBufferHandler handler) throws IOException {
			if (this.request.getReadListener() != null || this.request.isFinished()) {
				return this.given.doRead(handler);
			}
			int reading = this.network.enter();
			try {
				if (this.refused || this.request.getContentLengthLong() < 0 && this.network.isFull(reading)) {
					throw refuse();
				}
				await(reading);
				int read = this.given.doRead(handler);
				this.received += Math.max(read, 0);
				return read;
			}
			finally {
				this.network.leave();
			}
		}

		private void await(int reading) throws IOException {
			long began = System.nanoTime();
			for (int look = FIRST_LOOK; !isThere(); look = Math.min(2 * look, LAST_LOOK)) {
				Duration silence = Duration.ofNanos(System.nanoTime() - began);
				if (this.network.isTooSlow(reading, this.received, silence.plusNanos(this.waited), silence)
						|| !pause(look)) {
					throw refuse();
				}
			}
			this.waited += System.nanoTime() - began;
		}

		private boolean isThere() {
			this.request.action(ActionCode.AVAILABLE, Boolean.TRUE);
			return this.request.getAvailable() > 0;
		}

		/** Once it is too slow it is never waited for again, whoever asks. */
		private IOException refuse() {
			this.refused = true;
			this.request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
			return new SlowBodyException();
		}

		/** Reads what is left, which the container would wait for without end. */
		void swallow() {
			try {
				while (!this.request.isFinished()) {
					if (this.received > SWALLOWED || doRead(this) < 0) {
						this.request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
						return;
					}
				}
			}
			catch (IOException ex) {
				this.request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
			}
		}

		/** Whether nobody asked the thread to end meanwhile. */
		private static boolean pause(int millis) {
			try {
				Thread.sleep(millis);
				return true;
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return false;
			}
		}

		@Override
		public void setByteBuffer(ByteBuffer buffer) {
			this.swallowed = buffer;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.swallowed;
		}

		@Override
		public void expand(int size) {
		}

	}

}
