// Package clients drives the started simulator with govmomi, as a Go program would drive vCenter.
package clients

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	readyTimeout = 60 * time.Second
	password     = "VasaSim!1"
	fast         = 20 // How much faster than real time the simulated clock runs: a failover of 2 s takes 0.1 s.
)

// sim is the simulator of this test run.
var sim *simulator

func TestMain(m *testing.M) {
	runtime.LockOSThread() // The simulator ends with this thread, so also when a test panics.
	var err error
	if sim, err = startSimulator("--clock", fmt.Sprintf("x%d", fast)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Setenv("SSL_CERT_FILE", sim.caFile) // What Go trusts when a client is told of no CA.
	code := m.Run()
	if err = sim.stop(); err != nil {
		fmt.Fprintln(os.Stderr, "The simulator did not end in good order:", err)
		code = 1
	}
	os.Exit(code)
}

// simulator is a running program: where it answers, and what a tester may do to its world.
type simulator struct {
	process                    *exec.Cmd
	smsURL, controlURL, caFile string
	log                        bytes.Buffer
}

func startSimulator(options ...string) (*simulator, error) {
	args := []string{os.Getenv("VASASIM_DLL"), "start", "--port", "0", "--control-port", "0", "--vcda-port", "0", "--srm-port", "0", "--data", ":memory:"}
	s := &simulator{process: exec.Command("dotnet", append(args, options...)...)}
	s.process.Stderr = &s.log
	s.process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM}
	s.process.Env = withoutSettings(os.Environ())
	stdout, err := s.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err = s.process.Start(); err != nil {
		return nil, err
	}

	ready := make(chan map[string]string, 1)
	go func() {
		for lines := bufio.NewScanner(stdout); lines.Scan(); {
			if words := strings.Fields(lines.Text()); len(words) > 2 && words[1] == "READY" {
				ready <- pairs(words[2:])
			}
		}
		close(ready)
	}()
	select {
	case where := <-ready:
		if where != nil {
			s.smsURL, s.controlURL, s.caFile = where["sms"], where["control"], where["ca"]
			return s, nil
		}
		_ = s.process.Wait()
	case <-time.After(readyTimeout):
		_ = s.process.Process.Kill()
		_ = s.process.Wait()
	}
	return nil, fmt.Errorf("the simulator did not get ready:\n%s", s.log.String())
}

// withoutSettings takes out what would give the program other settings than these tests do.
func withoutSettings(environment []string) []string {
	var kept []string
	for _, variable := range environment {
		if !strings.HasPrefix(variable, "VASASIM_") {
			kept = append(kept, variable)
		}
	}
	return kept
}

func pairs(words []string) map[string]string {
	found := make(map[string]string)
	for _, word := range words {
		if i := strings.IndexByte(word, '='); i > 0 {
			found[word[:i]] = word[i+1:]
		}
	}
	return found
}

func (s *simulator) stop() error {
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	return s.process.Wait()
}

// control makes one call of the control API.
func (s *simulator) control(t *testing.T, method, path string, body interface{}) {
	t.Helper()
	s.call(t, method, path, body)
}

// get reads something of the control API into what it is decoded to.
func (s *simulator) get(t *testing.T, path string, into interface{}) {
	t.Helper()
	must(t, json.Unmarshal(s.call(t, "GET", path, nil), into))
}

func (s *simulator) call(t *testing.T, method, path string, body interface{}) []byte {
	t.Helper()
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		must(t, err)
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, s.controlURL+path, content)
	must(t, err)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	must(t, err)
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	must(t, err)
	if response.StatusCode >= 300 {
		t.Fatalf("%s %s: %s: %s", method, path, response.Status, answer)
	}
	return answer
}

// reset brings the world back to its start. Its clock goes on as it was set, so that is set too.
func (s *simulator) reset(t *testing.T) {
	t.Helper()
	s.control(t, "POST", "/_sim/v1/state/reset", nil)
	s.runClock(t, fast)
}

// setLink cuts or mends the link between two fault domains.
func (s *simulator) setLink(t *testing.T, a, b string, up bool) {
	t.Helper()
	s.control(t, "PATCH", "/_sim/v1/links/"+a+"/"+b, map[string]bool{"up": up})
}

func (s *simulator) freezeClock(t *testing.T) {
	t.Helper()
	s.control(t, "POST", "/_sim/v1/clock/freeze", nil)
}

// runClock lets simulated time pass so many times as fast as real time.
func (s *simulator) runClock(t *testing.T, scale int) {
	t.Helper()
	s.control(t, "POST", "/_sim/v1/clock/resume", map[string]int{"scale": scale})
}

// advanceClock moves the clock on at once, such as by "90s"; what is due then has happened.
func (s *simulator) advanceClock(t *testing.T, by string) {
	t.Helper()
	s.control(t, "POST", "/_sim/v1/clock/advance", map[string]string{"by": by})
}
